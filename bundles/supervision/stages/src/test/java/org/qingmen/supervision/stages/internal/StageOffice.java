package org.qingmen.supervision.stages.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import org.qingmen.engine.RulesWorkbench;
import org.qingmen.office.internal.sheets.SpreadsheetService;
import org.qingmen.store.Draft;
import org.qingmen.store.internal.registry.RegistryService;
import org.qingmen.store.testing.RegistryFixture;
import org.qingmen.supervision.stages.Determination;
import org.qingmen.supervision.stages.StageCatalogue.Imported;
import org.qingmen.supervision.stages.StageQuestion;

/** The room on the real store and the real pack, wired as the container wires it. */
final class StageOffice implements AutoCloseable {

  static final String ZHANG = "user:zhang";
  static final Path PACK = Path.of("../../../rules/cn.stage");
  static final Instant NOW = Instant.parse("2026-10-01T04:00:00Z");

  private final RegistryFixture store = new RegistryFixture();
  final RegistryService registry;
  final CatalogueBook catalogue;
  final StageService stages;
  final ListService lists = new ListService(new SpreadsheetService());
  private final RulesWorkbench workbench = new RulesWorkbench();

  StageOffice() {
    registry = store.registry;
    catalogue = new CatalogueBook(registry, new SpreadsheetService());
    stages =
        new StageService(
            workbench.judge(PACK),
            registry,
            new KnownStages(registry),
            catalogue,
            Clock.fixed(NOW, ZoneOffset.UTC));
    stages.addLookup(new LocalQueries(catalogue));
    stages.addLookup(new LocalLists(catalogue));
  }

  /** Asks with names and values in turn. */
  Determination ask(String... named) {
    return stages.determine(question(named), "130200");
  }

  StageQuestion question(String... named) {
    Map<String, String> values = new HashMap<>();
    for (int i = 0; i < named.length; i += 2) {
      values.put(named[i], named[i + 1]);
    }
    return lists.question(values);
  }

  void vehicle(String vin, String body) {
    registry.put(new Draft("vehicle", vin, null, null, body), ZHANG);
  }

  Imported take(String csv) {
    return take(csv, false);
  }

  Imported take(String csv, boolean preview) {
    try {
      byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
      return catalogue.take(new ByteArrayInputStream(bytes), preview, ZHANG);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    stages.close();
    workbench.close();
    store.close();
  }
}
