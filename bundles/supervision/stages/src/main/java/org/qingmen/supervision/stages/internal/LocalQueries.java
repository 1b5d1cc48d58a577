package org.qingmen.supervision.stages.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.spi.stage.EmissionStageLookup;

/** Imported answers of the national query platforms. */
@Component(service = EmissionStageLookup.class)
public final class LocalQueries extends LocalLookup {

  /** Wired by the container. */
  @Activate
  public LocalQueries(@Reference CatalogueBook catalogue) {
    super(catalogue, CatalogueEntry.Kind.QUERY);
  }
}
