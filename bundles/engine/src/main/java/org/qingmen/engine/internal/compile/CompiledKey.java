package org.qingmen.engine.internal.compile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.qingmen.engine.internal.json.Hashes;
import org.qingmen.engine.internal.pack.Drl;
import org.qingmen.engine.internal.pack.Lineage;
import org.qingmen.spi.facts.Control;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.facts.Exclusion;
import org.qingmen.spi.facts.Fact;
import org.qingmen.spi.facts.GradingFacts;
import org.qingmen.spi.facts.KnownVehicle;
import org.qingmen.spi.facts.LedgerState;
import org.qingmen.spi.facts.Listed;
import org.qingmen.spi.facts.Lists;
import org.qingmen.spi.facts.MassGroup;
import org.qingmen.spi.facts.Outcome;
import org.qingmen.spi.facts.Parameters;
import org.qingmen.spi.facts.Passage;
import org.qingmen.spi.facts.SpurPlan;
import org.qingmen.spi.facts.Stages;
import org.qingmen.spi.facts.Tally;
import org.qingmen.spi.facts.Traffic;
import org.qingmen.spi.facts.TripGroup;
import org.qingmen.spi.facts.UnitGroup;
import org.qingmen.spi.facts.VehicleEvidence;

/** Names compiled rules by everything they were made from, the fact API included. */
final class CompiledKey {

  /** Raised when the way of compiling or the rule engine changes. */
  private static final String FORMAT = "4/drools-10.2.0";

  private static final List<Class<?>> FACT_API =
      List.of(
          Control.class,
          Enterprise.class,
          Exclusion.class,
          Fact.class,
          GradingFacts.class,
          KnownVehicle.class,
          LedgerState.class,
          Listed.class,
          Lists.class,
          MassGroup.class,
          Outcome.class,
          Parameters.class,
          Passage.class,
          SpurPlan.class,
          Stages.class,
          Tally.class,
          Traffic.class,
          TripGroup.class,
          UnitGroup.class,
          VehicleEvidence.class);

  private final String api = fingerprint();

  /** Packs with the same rules share what was compiled, whatever their parameters are. */
  String of(Lineage lineage) {
    StringBuilder names = new StringBuilder(FORMAT).append(api);
    for (Drl drl : lineage.sources()) {
      names.append(drl.drlPackage()).append('\0').append(drl.text()).append('\0');
    }
    return Hashes.sha256(names.toString().getBytes(StandardCharsets.UTF_8));
  }

  private static String fingerprint() {
    List<byte[]> classes = new ArrayList<>();
    for (Class<?> type : FACT_API) {
      try (InputStream in = type.getResourceAsStream(type.getSimpleName() + ".class")) {
        if (in != null) {
          classes.add(in.readAllBytes());
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return Hashes.sha256(classes.toArray(byte[][]::new));
  }
}
