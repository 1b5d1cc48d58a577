package org.qingmen.supervision.upward.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.qingmen.model.Text;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.journal.JournalEntry;
import org.qingmen.spi.kit.TestClock;
import org.qingmen.spi.report.Destination;
import org.qingmen.spi.report.Report;
import org.qingmen.spi.report.Sent;
import org.qingmen.spi.report.UpwardReporter;
import org.qingmen.store.Document;
import org.qingmen.store.Outbox.Entry;
import org.qingmen.store.Outbox.Item;
import org.qingmen.store.Outbox.Kind;
import org.qingmen.store.Outbox.State;

class SenderTest {

  private static final int CASES = 1_000;
  private static final LocalDate DAY = LocalDate.of(2026, 10, 1);

  @Test
  void whateverThePlatformAboveDoesEachRecordEndsOnceAndInOrder() {
    Random random = new Random(20261002);
    for (int i = 0; i < CASES; i++) {
      MemoryOutbox outbox = new MemoryOutbox();
      Moody above = new Moody(random);
      List<Item> items = new ArrayList<>();
      for (int p = 1; p <= 1 + random.nextInt(30); p++) {
        items.add(new Item(p, Kind.PASSAGE, "E" + random.nextInt(3), DAY));
      }
      items.forEach(item -> above.enterprises.put(item.position(), item.enterprise()));
      outbox.feed("up", items, 99);
      run(outbox, above, random);
      for (Entry entry : outbox.entries.values()) {
        boolean never = above.never.contains(entry.item().position());
        assertThat(entry.state()).isEqualTo(never ? State.GIVEN_UP : State.CONFIRMED);
      }
      assertThat(above.resentAfterAnswer).as("case %d", i).isZero();
      above.taken.values().forEach(order -> assertThat(order).isSorted());
    }
  }

  @Test
  void waitsDoubleUpToFiveMinutesAndEndWithTheFirstAnswer() {
    Backoff backoff = new Backoff();
    Instant now = Instant.parse("2026-10-01T00:00:00Z");
    List<Long> waits = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      backoff.failed(now, new Text("离线", "away"));
      waits.add(Duration.between(now, backoff.next()).toSeconds());
      now = backoff.next();
    }
    assertThat(waits).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 64L, 128L, 256L, 300L, 300L);
    backoff.well();
    assertThat(backoff.waits(now)).isFalse();
    assertThat(backoff.trouble()).isNull();
  }

  @Test
  void theThrottleLetsAMinutesWorthPassAndThenEvenly() {
    Instant now = Instant.parse("2026-10-01T00:00:00Z");
    Throttle throttle = new Throttle(60, now);
    assertThat(throttle.allowed(now)).isEqualTo(60);
    throttle.used(60);
    assertThat(throttle.allowed(now)).isZero();
    assertThat(throttle.allowed(now.plusSeconds(5))).isEqualTo(5);
    assertThat(throttle.allowed(now.plusSeconds(3600))).isEqualTo(60);
  }

  /** Runs until nothing waits; now and then the server is killed and a new sender goes on. */
  private static void run(MemoryOutbox outbox, Moody above, Random random) {
    TestClock clock = new TestClock("2026-10-01T00:00:00Z");
    Sender sender = sender(outbox, above, clock);
    for (int step = 0; !outbox.waiting("up", List.of(), 1).isEmpty(); step++) {
      assertThat(step).isLessThan(5_000);
      if (random.nextInt(20) == 0) {
        sender = sender(outbox, above, clock);
      }
      sender.step();
      clock.advance(Duration.ofSeconds(30));
    }
  }

  private static Sender sender(MemoryOutbox outbox, Moody above, Clock clock) {
    String body =
        """
        {"address": "http://above", "keyId": "k", "division": "130200", "batch": 4,
         "attempts": 1000}""";
    Document document =
        new Document("upward-target", "up", null, "130200", 1, body, "-", Instant.EPOCH, false);
    Journal journal =
        (Journal)
            Proxy.newProxyInstance(
                Journal.class.getClassLoader(),
                new Class<?>[] {Journal.class},
                (proxy, method, arguments) -> entry((long) arguments[0]));
    return new Sender(
        Target.read(document),
        outbox,
        journal,
        item -> null,
        dialect -> Optional.of(above),
        id -> Optional.of(new byte[16]),
        clock);
  }

  private static Optional<Journal.Positioned> entry(long position) {
    String record = "{\"enterprise\":\"-\",\"serial\":\"" + position + "\"}";
    byte[] document = ("{\"facts\":{\"passage\":" + record + "}}").getBytes(StandardCharsets.UTF_8);
    JournalEntry entry =
        new JournalEntry(
            JournalEntry.Kind.PASSAGE, Instant.EPOCH, "-", "camera".getBytes(), document);
    return Optional.of(new Journal.Positioned(position, entry));
  }

  /** A platform above that is away, breaks off, asks to wait, or refuses for good. */
  private static final class Moody implements UpwardReporter {

    private final Random random;
    private final Set<Long> never = new HashSet<>();
    private final Set<Long> answered = new HashSet<>();
    private final Map<Long, String> enterprises = new HashMap<>();
    private final Map<String, List<Long>> taken = new HashMap<>();
    private int resentAfterAnswer;

    Moody(Random random) {
      this.random = random;
    }

    @Override
    public String dialect() {
      return "native";
    }

    @Override
    public List<Sent> send(Destination destination, List<Report> reports) throws IOException {
      if (random.nextInt(4) == 0) {
        throw new IOException("away");
      }
      List<Sent> sent = new ArrayList<>();
      for (Report report : reports) {
        if (random.nextInt(8) == 0) {
          return sent;
        }
        sent.add(one(position(report)));
        if (sent.get(sent.size() - 1).answer() == Sent.Answer.LATER) {
          return sent;
        }
      }
      return sent;
    }

    private Sent one(long position) {
      resentAfterAnswer += answered.contains(position) ? 1 : 0;
      int mood = random.nextInt(10);
      if (mood == 0) {
        return Sent.later("unknown-enterprise");
      }
      answered.add(position);
      if (mood == 1) {
        never.add(position);
        return Sent.never("schema");
      }
      taken.computeIfAbsent(enterprises.get(position), key -> new ArrayList<>()).add(position);
      return Sent.confirmed("R" + position);
    }

    private static long position(Report report) {
      String text = new String(report.document(), StandardCharsets.UTF_8);
      return Long.parseLong(text.replaceAll(".*\"serial\":\"([0-9]+)\".*", "$1"));
    }
  }
}
