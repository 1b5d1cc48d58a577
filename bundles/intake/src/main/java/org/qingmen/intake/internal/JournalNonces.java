package org.qingmen.intake.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.intake.NonceLog;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.journal.Journal.Positioned;
import org.qingmen.spi.journal.JournalEntry;

/** Nonces as entries of the journal: they share the sync of the records they came with. */
@Component
public final class JournalNonces implements NonceLog {

  private static final byte[] NOTHING = {};
  private static final int BATCH = 1000;

  /** The receiving clock and the order of appends may differ by a moment. */
  private static final Duration SLACK = Duration.ofMinutes(1);

  private final Journal journal;

  @Activate
  public JournalNonces(@Reference Journal journal) {
    this.journal = journal;
  }

  @Override
  public void note(String keyId, String nonce, Instant time) {
    byte[] document = (time.getEpochSecond() + " " + nonce).getBytes(StandardCharsets.UTF_8);
    journal.append(
        List.of(
            new JournalEntry(JournalEntry.Kind.NONCE, Instant.now(), keyId, NOTHING, document)));
  }

  @Override
  public void recall(Instant since, Listener listener) {
    long at = JournalTime.before(journal, since.minus(SLACK));
    for (List<Positioned> some = journal.read(at, BATCH);
        !some.isEmpty();
        some = journal.read(at, BATCH)) {
      some.stream()
          .map(Positioned::entry)
          .filter(entry -> entry.kind() == JournalEntry.Kind.NONCE)
          .forEach(entry -> tell(entry, listener));
      at = some.get(some.size() - 1).position();
    }
  }

  private static void tell(JournalEntry entry, Listener listener) {
    String[] parts = new String(entry.document(), StandardCharsets.UTF_8).split(" ", 2);
    listener.served(entry.source(), parts[1], Instant.ofEpochSecond(Long.parseLong(parts[0])));
  }
}
