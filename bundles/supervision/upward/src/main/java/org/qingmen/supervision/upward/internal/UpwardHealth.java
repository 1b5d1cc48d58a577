package org.qingmen.supervision.upward.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.spi.health.HealthCheck;

/** Whether the platforms above take what is reported. */
@Component
public final class UpwardHealth implements HealthCheck {

  /** A platform above that is restarted is no trouble of ours. */
  private static final Duration PATIENCE = Duration.ofMinutes(5);

  private final ReportingService reporting;

  @Activate
  public UpwardHealth(@Reference ReportingService reporting) {
    this.reporting = reporting;
  }

  @Override
  public String name() {
    return "upward";
  }

  @Override
  public Status check() {
    Instant limit = Instant.now().minus(PATIENCE);
    List<String> stuck =
        reporting.lines().stream()
            .filter(line -> line.troubleSince() != null && line.troubleSince().isBefore(limit))
            .map(line -> line.target().id() + " since " + line.troubleSince())
            .toList();
    return new Status(
        stuck.isEmpty(), false, stuck.isEmpty() ? "" : "no receipts: " + String.join("; ", stuck));
  }
}
