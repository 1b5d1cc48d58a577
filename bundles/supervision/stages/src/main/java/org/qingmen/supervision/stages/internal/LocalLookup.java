package org.qingmen.supervision.stages.internal;

import java.util.Comparator;
import java.util.Optional;
import org.qingmen.model.ChinaTime;
import org.qingmen.spi.stage.EmissionStageLookup;

/** Answers from entries of the local catalogue that name the VIN. */
abstract class LocalLookup implements EmissionStageLookup {

  private final CatalogueBook catalogue;
  private final CatalogueEntry.Kind kind;

  LocalLookup(CatalogueBook catalogue, CatalogueEntry.Kind kind) {
    this.catalogue = catalogue;
    this.kind = kind;
  }

  @Override
  public String name() {
    return "local-" + kind.code();
  }

  /** The newest entry of the VIN whose engine number does not contradict; then the lower stage. */
  @Override
  public Optional<Evidence> find(Question question) {
    return catalogue.of(kind, question.vin()).stream()
        .filter(entry -> agree(entry.engine(), question.engine()))
        .max(
            Comparator.comparing(CatalogueEntry::date)
                .thenComparing(entry -> -entry.stage().rank()))
        .map(
            entry ->
                new Evidence(
                    entry.stage(),
                    kind.code(),
                    entry.source().isBlank() ? entry.key() : entry.source(),
                    ChinaTime.startOf(entry.date())));
  }

  private static boolean agree(String one, String other) {
    return one == null || other == null || one.equalsIgnoreCase(other);
  }
}
