package org.qingmen.intake.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.qingmen.intake.internal.journal.DiskJournal;
import org.qingmen.intake.internal.journal.JournalSettings;
import org.qingmen.spi.health.HealthCheck;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.journal.JournalEntry;

/** The journal on disk as a service. */
@Component(
    service = {Journal.class, HealthCheck.class},
    configurationPid = "org.qingmen.journal")
@Designate(ocd = JournalService.Config.class)
public final class JournalService implements Journal, HealthCheck {

  private final DiskJournal journal;

  /** Keys of {@code org.qingmen.journal.cfg}. */
  @ObjectClassDefinition(name = "Qingmen journal")
  @interface Config {

    @AttributeDefinition(name = "Data directory; the journal lies in its folder journal")
    String data() default "data";

    @AttributeDefinition(name = "Entries per archive segment")
    int segment_entries() default 8192;

    @AttributeDefinition(name = "Deflate level of the segments, 1 (fast) to 9 (small)")
    int segment_compression() default 5;

    @AttributeDefinition(name = "MiB of free disk space below which records are refused")
    int reserve_mib() default 256;
  }

  @Activate
  public JournalService(Config config) throws IOException {
    journal =
        new DiskJournal(
            Path.of(config.data(), "journal"),
            new JournalSettings(
                config.segment_entries(),
                config.segment_compression(),
                (long) config.reserve_mib() << 20));
  }

  @Deactivate
  void close() {
    journal.close();
  }

  @Override
  public String name() {
    return "journal";
  }

  @Override
  public Status check() {
    String complaint = journal.complaint();
    return new Status(
        complaint == null, true, complaint == null ? "position " + journal.end() : complaint);
  }

  @Override
  public Appended append(List<JournalEntry> entries) {
    return journal.append(entries);
  }

  @Override
  public List<Positioned> read(long after, int limit) {
    return journal.read(after, limit);
  }

  @Override
  public void scan(long after, long until, JournalEntry.Kind kind, Visitor visitor) {
    journal.scan(after, until, kind, visitor);
  }

  @Override
  public Optional<Positioned> find(long position) {
    return journal.find(position);
  }

  @Override
  public long end() {
    return journal.end();
  }

  @Override
  public boolean awaitBeyond(long position, Duration timeout) throws InterruptedException {
    return journal.awaitBeyond(position, timeout);
  }
}
