package org.qingmen.supervision.upward.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
    List<String> wrong = new ArrayList<>();
    reporting.lines().stream()
        .filter(line -> line.troubleSince() != null && line.troubleSince().isBefore(limit))
        .map(line -> "no receipts: " + line.target().id() + " since " + line.troubleSince())
        .forEach(wrong::add);
    reporting.broken().stream()
        .map(target -> "cannot be understood, enter it anew: " + target.id())
        .forEach(wrong::add);
    return new Status(wrong.isEmpty(), false, String.join("; ", wrong));
  }
}
