package org.qingmen.demo.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.journal.JournalEntry;

/** Heartbeats of past days, as the intake would have kept them: a day of all gates in one entry. */
final class HeartbeatPart {

  /** Gates of each enterprise. */
  static final List<String> BARRIERS = List.of("A01", "A02");

  private static final int ONE_OUTAGE_IN = 25;
  private static final int MINUTES_PER_DAY = 1440;

  private final ObjectMapper json = new ObjectMapper();
  private final Journal journal;
  private final Province province;

  HeartbeatPart(Journal journal, Province province) {
    this.journal = journal;
    this.province = province;
  }

  void load(LocalDate day) {
    ObjectNode document = json.createObjectNode().put("kind", "heartbeats");
    ArrayNode items = document.putArray("items");
    Random random = new Random(province.seed() * 31 + day.toEpochDay());
    for (int works = 0; works < province.works().size(); works++) {
      for (String barrier : BARRIERS) {
        boolean outage = random.nextInt(ONE_OUTAGE_IN) == 0;
        int begin = outage ? random.nextInt(MINUTES_PER_DAY / 2) : MINUTES_PER_DAY - 1;
        beats(items.addObject(), works, barrier, day, 0, begin);
        if (outage) {
          int end = begin + 30 + random.nextInt(300);
          beats(items.addObject(), works, barrier, day, end, MINUTES_PER_DAY - 1);
        }
      }
    }
    byte[] bytes = document.toString().getBytes(StandardCharsets.UTF_8);
    journal
        .append(
            List.of(
                new JournalEntry(
                    JournalEntry.Kind.GATE_EVENT,
                    Instant.now(),
                    Loading.ACTOR.source(),
                    new byte[0],
                    bytes)))
        .synced()
        .join();
  }

  private void beats(ObjectNode item, int works, String barrier, LocalDate day, int from, int to) {
    OffsetDateTime midnight = day.atStartOfDay().atOffset(Calendar.ZONE);
    item.put("enterprise", RegistryPart.code(province, works))
        .put("division", province.works().get(works).division());
    item.put("barrier", barrier).put("count", to - from + 1);
    item.put("from", Times.text(midnight.plusMinutes(from)));
    item.put("to", Times.text(midnight.plusMinutes(to)));
  }
}
