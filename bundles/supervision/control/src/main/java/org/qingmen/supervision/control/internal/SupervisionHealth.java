package org.qingmen.supervision.control.internal;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.spi.health.HealthCheck;

/** Whether lists, policies and episodes were read since the start; decisions need them. */
@Component
public final class SupervisionHealth implements HealthCheck {

  private final ViolatorBook violators;
  private final PolicyBook policies;
  private final EpisodeBook episodes;

  /** Wired by the container. */
  @Activate
  public SupervisionHealth(
      @Reference ViolatorBook violators,
      @Reference PolicyBook policies,
      @Reference EpisodeBook episodes) {
    this.violators = violators;
    this.policies = policies;
    this.episodes = episodes;
  }

  @Override
  public String name() {
    return "supervision";
  }

  @Override
  public Status check() {
    boolean loaded = violators.loaded() && policies.loaded() && episodes.loaded();
    return loaded
        ? Status.wellAndEssential()
        : new Status(
            false, true, "lists and policies have not been read, see whether the database is up");
  }
}
