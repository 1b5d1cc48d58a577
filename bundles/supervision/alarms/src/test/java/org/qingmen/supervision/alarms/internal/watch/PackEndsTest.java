package org.qingmen.supervision.alarms.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qingmen.engine.PackEvent;
import org.qingmen.engine.PackStatus;
import org.qingmen.model.ChinaTime;
import org.qingmen.model.Division;
import org.qingmen.model.Text;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.spi.pack.PackState;
import org.qingmen.store.Document;
import org.qingmen.supervision.alarms.AlarmQuery;
import org.qingmen.supervision.alarms.internal.AlarmRoom;

/** A rule pack that ends without a successor is said in time, once, and until it is replaced. */
class PackEndsTest {

  private final AlarmRoom room = new AlarmRoom();
  private final List<PackStatus> packs = new ArrayList<>();
  private final PackEnds sweep = new PackEnds(() -> packs);

  @AfterEach
  void close() {
    room.close();
  }

  @Test
  void aPackIsRemindedOfFromTheLimitOnOnceAndUntilItIsReplaced() {
    room.limits.put("rule-pack.reminder-days", 30.0);
    packs.add(pack("1.0.0", PackState.ACTIVE, today().plusDays(31)));
    packs.add(pack("0.9.0", PackState.SUPERSEDED, today().plusDays(1)));
    look();
    assertThat(raised()).isEmpty();

    room.pass(Duration.ofDays(1));
    look();
    look();
    assertThat(raised()).hasSize(1);
    assertThat(raised().get(0))
        .contains("\"code\":\"rule-pack-ends\"", "trial.gate", "1.0.0")
        .doesNotContain("\"over\":\"");

    packs.add(pack("1.1.0", PackState.ACTIVE, null));
    look();
    assertThat(raised().get(0)).contains("\"over\":\"");
  }

  @Test
  void theReminderStaysWhenThePackHasEndedAndPacksThatEndedLongAgoAreHistory() {
    room.limits.put("rule-pack.reminder-days", 30.0);
    packs.add(pack("1.0.0", PackState.ACTIVE, today().minusDays(31)));
    look();
    assertThat(raised()).isEmpty();

    packs.set(0, pack("1.0.0", PackState.ACTIVE, today().minusDays(2)));
    look();
    assertThat(raised()).hasSize(1);
  }

  @Test
  void aVersionThatBeginsTheDayAfterFollowsAndOneThatBeginsLaterDoesNot() {
    room.limits.put("rule-pack.reminder-days", 30.0);
    LocalDate last = today().plusDays(5);
    packs.add(pack("1.0.0", PackState.ACTIVE, last));
    packs.add(from("1.1.0", last.plusDays(1)));
    look();
    assertThat(raised()).isEmpty();

    packs.set(1, from("1.1.0", last.plusDays(2)));
    look();
    assertThat(raised()).hasSize(1);
  }

  @Test
  void withoutALimitNothingIsWatched() {
    packs.add(pack("1.0.0", PackState.ACTIVE, today()));
    look();
    assertThat(raised()).isEmpty();
  }

  private LocalDate today() {
    return ChinaTime.day(room.clock.instant());
  }

  private void look() {
    Instant now = room.clock.instant();
    Round round = new Round(now, new Limits(room, ChinaTime.day(now)), room.book);
    sweep.look(round);
    round.write();
  }

  private List<String> raised() {
    AlarmQuery all =
        new AlarmQuery(null, null, null, List.of(), List.of(), null, null, null, null, null, 100);
    return room.life.list(all).items().stream().map(Document::body).toList();
  }

  private static PackStatus from(String version, LocalDate from) {
    return pack(version, PackState.ACTIVE, from, null);
  }

  private static PackStatus pack(String version, PackState state, LocalDate to) {
    return pack(version, state, LocalDate.of(2020, 1, 1), to);
  }

  private static PackStatus pack(String version, PackState state, LocalDate from, LocalDate to) {
    PackDescriptor descriptor =
        new PackDescriptor(
            "trial.gate",
            version,
            PackDescriptor.Kind.GATE,
            new Text("试验", "Trial"),
            "试验办法",
            Division.NATION,
            List.of(),
            List.of(),
            from,
            to,
            null,
            List.of(),
            false,
            false,
            List.of(),
            null,
            1,
            false,
            null);
    PackEvent arrived =
        new PackEvent(Instant.EPOCH, "user:li", PackEvent.Act.INSTALLED, state, null, null);
    return new PackStatus(
        "trial.gate",
        version,
        "0".repeat(64),
        state,
        descriptor,
        PackStatus.Signers.NONE,
        PackStatus.Origin.UPLOADED,
        List.of(),
        List.of(),
        false,
        null,
        List.of(),
        List.of(arrived));
  }
}
