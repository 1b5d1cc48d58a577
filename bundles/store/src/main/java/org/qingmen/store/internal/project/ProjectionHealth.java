package org.qingmen.store.internal.project;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.spi.health.HealthCheck;
import org.qingmen.spi.journal.Journal;
import org.qingmen.store.Projection;

/** Tells how far queries lag behind what was received; records are taken all the same. */
@Component
public final class ProjectionHealth implements HealthCheck {

  /** About what a projector that keeps up can have before it. */
  private static final long KEEPING_UP = 50_000;

  private final Projection projection;
  private final Journal journal;

  @Activate
  public ProjectionHealth(@Reference Projection projection, @Reference Journal journal) {
    this.projection = projection;
    this.journal = journal;
  }

  @Override
  public String name() {
    return "projection";
  }

  @Override
  public Status check() {
    long position = projection.position();
    long behind = Math.max(0, journal.end() - position);
    String detail = "position " + position + ", " + behind + " entries behind";
    return new Status(behind < KEEPING_UP, false, detail);
  }
}
