package org.qingmen.api.internal.system;

import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.intake.IntakeStatus;
import org.qingmen.security.DeviceKeys;
import org.qingmen.store.Projection;

/** Figures in the text format of Prometheus. */
@Component(service = Metrics.class)
public final class Metrics {

  private final IntakeStatus intake;
  private final Projection projection;
  private final DeviceKeys keys;

  @Activate
  public Metrics(
      @Reference IntakeStatus intake,
      @Reference Projection projection,
      @Reference DeviceKeys keys) {
    this.intake = intake;
    this.projection = projection;
    this.keys = keys;
  }

  /** All figures. */
  public String text() {
    StringBuilder out = new StringBuilder();
    IntakeStatus.Figures figures = intake.figures();
    Projection.Lag lag = projection.lag();
    line(out, "gauge", "journal_position", "Last synced journal entry", figures.journalEnd());
    line(out, "gauge", "projection_position", "Last projected entry", projection.position());
    line(out, "gauge", "projection_lag_entries", "Entries not yet projected", lag.entries());
    line(out, "gauge", "projection_lag_seconds", "Age of the oldest of them", lag.millis() / 1e3);
    line(out, "counter", "passages_accepted_total", "Passages accepted", figures.accepted());
    line(out, "counter", "passages_duplicate_total", "Sent again", figures.duplicates());
    line(out, "counter", "passages_conflict_total", "Of these, changed", figures.conflicts());
    line(out, "counter", "passages_rejected_total", "Passages rejected", figures.rejected());
    line(out, "counter", "quarantined_total", "Put in quarantine", figures.quarantined());
    line(out, "counter", "replayed_requests_total", "Replays refused", keys.replays());
    MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
    line(out, "gauge", "jvm_heap_used_bytes", "Heap in use", heap.getUsed());
    return out.toString();
  }

  private static void line(StringBuilder out, String type, String name, String help, double value) {
    String full = "qingmen_" + name;
    out.append("# HELP ").append(full).append(' ').append(help).append('\n');
    out.append("# TYPE ").append(full).append(' ').append(type).append('\n');
    String text =
        value == Math.rint(value)
            ? Long.toString((long) value)
            : String.format(Locale.ROOT, "%.3f", value);
    out.append(full).append(' ').append(text).append('\n');
  }
}
