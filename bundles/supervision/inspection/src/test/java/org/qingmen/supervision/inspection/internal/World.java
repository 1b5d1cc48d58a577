package org.qingmen.supervision.inspection.internal;

import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.qingmen.model.Receipt;
import org.qingmen.spi.facts.Parameters;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.journal.JournalEntry;
import org.qingmen.store.Document;
import org.qingmen.store.LedgerQuery;
import org.qingmen.store.LedgerRow;
import org.qingmen.store.LedgerStore;
import org.qingmen.store.Page;
import org.qingmen.store.PassageQuery;
import org.qingmen.store.PassageStore;
import org.qingmen.store.Registry;
import org.qingmen.store.StoredPassage;
import org.qingmen.supervision.control.Episodes;

/** A small world of records in memory, as the store would answer. */
final class World {

  static final String PLANT = "E1";
  static final LocalDate FIRST = LocalDate.of(2026, 10, 1);
  static final int DAYS = 12;

  private static final Map<String, Double> SIZES =
      Map.ofEntries(
          Map.entry("sample.ledger.least", 5.0),
          Map.entry("sample.ledger.most", 10.0),
          Map.entry("sample.gate.least", 5.0),
          Map.entry("sample.gate.most", 10.0),
          Map.entry("sample.days.least", 3.0),
          Map.entry("sample.days.most", 5.0),
          Map.entry("sample.video.least", 2.0),
          Map.entry("sample.video.most", 3.0),
          Map.entry("video.minutes.least", 5.0),
          Map.entry("video.minutes.most", 10.0));

  final List<StoredPassage> passages = new ArrayList<>();
  final List<LedgerRow> rows = new ArrayList<>();
  final List<Document> episodes = new ArrayList<>();
  private long position;

  /** Adds a passage; negative days are those before the period. */
  void pass(Random random, int day) {
    OffsetDateTime time =
        FIRST
            .plusDays(day)
            .atStartOfDay()
            .plusSeconds(random.nextInt(86_400))
            .atOffset(ZoneOffset.ofHours(8));
    String serial = "S" + ++position;
    passages.add(
        new StoredPassage(
            position,
            Receipt.of(PLANT, serial).value(),
            PLANT,
            serial,
            random.nextBoolean() ? "A01" : "A02",
            random.nextInt(3) == 0 ? "out" : "in",
            time,
            time.toInstant(),
            random.nextInt(12) == 0 ? null : "冀B" + random.nextInt(15),
            random.nextBoolean() ? "yellow" : "blue",
            null,
            "5",
            "diesel",
            false,
            "freight",
            null,
            null,
            null,
            null,
            random.nextInt(6) == 0 ? "deny" : "allow",
            List.of(),
            true,
            false));
  }

  void weigh(Random random, int day) {
    String serial = "W" + ++position;
    String ledger = random.nextBoolean() ? "weigh-ticket" : "materials";
    String body = "{\"serial\":\"" + serial + "\"}";
    LocalDate on = FIRST.plusDays(day);
    rows.add(
        new LedgerRow(position, ledger, PLANT, serial, on, Instant.EPOCH, body, position, "-"));
  }

  void alert(int day, int hour, int hours, String division, Instant declared) {
    OffsetDateTime from = FIRST.plusDays(day).atTime(hour, 0).atOffset(ZoneOffset.ofHours(8));
    String id = "e" + ++position;
    String body =
        "{\"divisions\":[\"%s\"],\"from\":\"%s\",\"to\":\"%s\"}"
            .formatted(division, from, from.plusHours(hours));
    episodes.add(new Document("episode", id, null, division, 1, body, "-", declared, false));
  }

  long position() {
    return position;
  }

  Population population() {
    return new Population(
        fake(PassageStore.class, "list", a -> passages((PassageQuery) a[0])),
        fake(LedgerStore.class, "list", a -> rows((LedgerQuery) a[0])),
        fake(Episodes.class, "list", a -> new Page<>(episodes, null)),
        fake(Registry.class, "getAsOf", a -> asOf((String) a[1], (Instant) a[2])),
        fake(Journal.class, "find", a -> Optional.of(entry((long) a[0]))));
  }

  static Limits limits() {
    return new Limits(fake(Parameters.class, "number", a -> SIZES.get(a[0])), List.of());
  }

  private Page<StoredPassage> passages(PassageQuery query) {
    return new Page<>(
        passages.stream()
            .filter(p -> !p.time().toInstant().isBefore(query.from()))
            .filter(p -> p.time().toInstant().isBefore(query.to()))
            .sorted(Comparator.comparing(StoredPassage::time).reversed())
            .toList(),
        null);
  }

  private Page<LedgerRow> rows(LedgerQuery query) {
    return new Page<>(
        rows.stream()
            .filter(r -> !r.day().isBefore(query.from()) && !r.day().isAfter(query.to()))
            .toList(),
        null);
  }

  private Optional<Document> asOf(String id, Instant at) {
    return episodes.stream().filter(d -> d.id().equals(id) && !d.at().isAfter(at)).findFirst();
  }

  private static Journal.Positioned entry(long position) {
    byte[] document = "{\"facts\":{\"passage\":{}}}".getBytes(StandardCharsets.UTF_8);
    return new Journal.Positioned(
        position,
        new JournalEntry(JournalEntry.Kind.PASSAGE, Instant.EPOCH, "-", new byte[0], document));
  }

  /** What one method of an interface answers; the others are not asked. */
  interface Answer {
    Object to(Object[] arguments);
  }

  static <T> T fake(Class<T> type, String method, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (proxy, called, arguments) -> {
              if (called.getName().equals(method)) {
                return answer.to(arguments);
              }
              throw new UnsupportedOperationException(called.getName());
            }));
  }
}
