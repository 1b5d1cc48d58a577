package org.qingmen.api.internal.queries;

import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.qingmen.store.StoredPassage;

/** The columns of a file of passages. */
final class PassageColumns {

  private static final List<String> NAMES =
      List.of(
          "time",
          "enterprise",
          "enterpriseName",
          "barrier",
          "direction",
          "plate",
          "colour",
          "vin",
          "stage",
          "fuel",
          "newEnergy",
          "usage",
          "vehicleType",
          "trailer",
          "cargo",
          "tonnes",
          "verdict",
          "findings",
          "findingTexts",
          "trip",
          "offline",
          "received",
          "serial",
          "receipt");

  private final Labels labels;
  private final boolean masked;
  private final UnaryOperator<String> names;

  /**
   * @param masked whether plates and VINs are masked
   * @param names finds the name of an enterprise
   */
  PassageColumns(Labels labels, boolean masked, UnaryOperator<String> names) {
    this.labels = labels;
    this.masked = masked;
    this.names = names;
  }

  List<String> head() {
    return NAMES.stream().map(name -> labels.of("passage." + name)).toList();
  }

  List<Object> row(StoredPassage p) {
    return Arrays.asList(
        p.time().toInstant(),
        p.enterprise(),
        names.apply(p.enterprise()),
        p.barrier(),
        labels.of("direction", p.direction()),
        masked ? Plates.plate(p.plate()) : p.plate(),
        labels.of("colour", p.colour()),
        masked ? Plates.vin(p.vin()) : p.vin(),
        labels.of("stage", p.stage()),
        labels.of("fuel", p.fuel()),
        labels.of(p.newEnergy()),
        labels.of("usage", p.usage()),
        p.vehicleType(),
        labels.of("trailer", p.trailer()),
        p.cargo(),
        p.tonnes(),
        labels.of("verdict", p.verdict()),
        String.join("; ", p.findings()),
        String.join("; ", labels.findings(p.findings())),
        labels.of(p.trip()),
        labels.of(p.offline()),
        p.received(),
        p.serial(),
        p.receipt());
  }
}
