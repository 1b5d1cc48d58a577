package org.qingmen.impact.internal;

import java.lang.annotation.Annotation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.qingmen.engine.PackEvent;
import org.qingmen.engine.PackStatus;
import org.qingmen.model.Division;
import org.qingmen.model.Text;
import org.qingmen.spi.journal.JournalEntry;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.spi.pack.PackState;

/** Packs, journal entries and settings as the tests of this room need them. */
final class Trial {

  static final Instant NOON = Instant.parse("2026-10-05T04:00:00Z");

  private Trial() {}

  /** A version that li brought. */
  static PackStatus pack(String version, PackState state, PackDescriptor.Kind kind) {
    return new PackStatus(
        "trial.gate",
        version,
        version.replace('.', '0') + "f".repeat(64 - version.length()),
        state,
        descriptor(version, kind),
        PackStatus.Signers.NONE,
        PackStatus.Origin.UPLOADED,
        List.of(),
        List.of(),
        false,
        null,
        List.of(),
        List.of(new PackEvent(NOON, "user:li", PackEvent.Act.INSTALLED, state, null, null)));
  }

  private static PackDescriptor descriptor(String version, PackDescriptor.Kind kind) {
    return new PackDescriptor(
        "trial.gate",
        version,
        kind,
        new Text("试验", "Trial"),
        "试验办法",
        Division.NATION,
        List.of("I15"),
        List.of(),
        LocalDate.of(2020, 1, 1),
        null,
        null,
        List.of("A", "B", "C"),
        false,
        false,
        List.of(),
        null,
        1,
        false,
        null);
  }

  static JournalEntry entry(JournalEntry.Kind kind, String document) {
    return new JournalEntry(
        kind, NOON, "test", new byte[] {1}, document.getBytes(StandardCharsets.UTF_8));
  }

  static JournalEntry passage(String document) {
    return entry(JournalEntry.Kind.PASSAGE, document);
  }

  /** Settings as shipped, with two workers and a queue of this length. */
  static ImpactConfig config(long queue) {
    return config(queue, false);
  }

  /** The same where an impact comes before every activation. */
  static ImpactConfig config(long queue, boolean impactFirst) {
    return new ImpactConfig() {
      @Override
      public boolean approval_impact() {
        return impactFirst;
      }

      @Override
      public Class<? extends Annotation> annotationType() {
        return ImpactConfig.class;
      }

      @Override
      public double approval_share() {
        return 0.01;
      }

      @Override
      public int workers() {
        return 2;
      }

      @Override
      public double rest_share() {
        return 0;
      }

      @Override
      public double rest_from() {
        return 100;
      }

      @Override
      public long shadow_queue() {
        return queue;
      }
    };
  }
}
