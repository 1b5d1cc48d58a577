package org.qingmen.api.internal;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import org.qingmen.spi.health.HealthCheck;
import org.qingmen.spi.health.HealthCheck.Status;

/**
 * The body of {@code /health/ready}.
 *
 * @param status {@code up}, {@code degraded} (works, but something that is not essential is away)
 *     or {@code down}
 * @param checks the same words per check, with the check's own detail
 */
record HealthReport(String status, Map<String, Check> checks) {

  private static final String UP = "up";
  private static final String DEGRADED = "degraded";
  private static final String DOWN = "down";

  /** One line of the report. */
  record Check(String status, String detail) {}

  static HealthReport of(Collection<HealthCheck> checks, Collection<String> required) {
    Map<String, Check> lines = new TreeMap<>();
    for (String name : required) {
      lines.put(name, new Check(DOWN, "not started yet, or its bundle is missing"));
    }
    checks.forEach(check -> lines.put(check.name(), line(check)));
    return new HealthReport(worst(lines), lines);
  }

  @JsonIgnore
  boolean ready() {
    return !DOWN.equals(status);
  }

  private static Check line(HealthCheck check) {
    Status status;
    try {
      status = check.check();
    } catch (RuntimeException e) {
      // A check that breaks must not take the page away from the operator who needs it.
      return new Check(DOWN, "the check itself failed: " + e.getClass().getSimpleName());
    }
    String word = status.up() ? UP : status.essential() ? DOWN : DEGRADED;
    return new Check(word, status.detail());
  }

  private static String worst(Map<String, Check> lines) {
    if (lines.values().stream().anyMatch(line -> DOWN.equals(line.status()))) {
      return DOWN;
    }
    return lines.values().stream().anyMatch(line -> DEGRADED.equals(line.status())) ? DEGRADED : UP;
  }
}
