package org.qingmen.intake.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.spi.intake.Quarantine;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.journal.JournalEntry;

/** Quarantine as entries of the journal; the database lists them. */
@Component
public final class JournalQuarantine implements Quarantine {

  /** Longest message kept whole; of a longer one the beginning. */
  private static final int LONGEST = 1024 * 1024;

  private final Journal journal;
  private final Figures figures;
  private final ObjectMapper json = new ObjectMapper();

  @Activate
  public JournalQuarantine(@Reference Journal journal, @Reference Figures figures) {
    this.journal = journal;
    this.figures = figures;
  }

  @Override
  public String keep(String source, String protocol, String reason, byte[] raw) {
    boolean cut = raw.length > LONGEST;
    Map<String, Object> document = new TreeMap<>();
    document.put("protocol", protocol);
    document.put("reason", reason);
    document.put("source", source);
    if (cut) {
      document.put("fullLength", raw.length);
    }
    Journal.Appended appended =
        journal.append(
            List.of(
                new JournalEntry(
                    JournalEntry.Kind.QUARANTINE,
                    Instant.now(),
                    source,
                    cut ? Arrays.copyOf(raw, LONGEST) : raw,
                    bytes(document))));
    Syncs.await(appended.synced());
    figures.countQuarantined();
    return "Q" + Long.toString(appended.first(), 36);
  }

  private byte[] bytes(Map<String, Object> document) {
    try {
      return json.writeValueAsBytes(document);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("plain values can always be written", e);
    }
  }
}
