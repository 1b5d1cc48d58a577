package org.qingmen.supervision.stages.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.spi.stage.EmissionStageLookup;

/** Imported vehicle emission lists (随车清单). */
@Component(service = EmissionStageLookup.class)
public final class LocalLists extends LocalLookup {

  /** Wired by the container. */
  @Activate
  public LocalLists(@Reference CatalogueBook catalogue) {
    super(catalogue, CatalogueEntry.Kind.LIST);
  }
}
