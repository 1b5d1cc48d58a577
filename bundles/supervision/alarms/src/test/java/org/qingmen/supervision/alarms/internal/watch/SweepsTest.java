package org.qingmen.supervision.alarms.internal.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingmen.supervision.alarms.internal.AlarmRoom.CEMENT;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qingmen.store.Document;
import org.qingmen.store.GateHistory.GateDay;
import org.qingmen.store.GateHistory.GateEvent;
import org.qingmen.store.GateHistory.GateHours;
import org.qingmen.store.GateHistory.GateState;
import org.qingmen.supervision.alarms.AlarmQuery;
import org.qingmen.supervision.alarms.internal.AlarmRoom;

class SweepsTest {

  /** 2026-10-01 is a Thursday; noon at the gates. */
  private static final LocalDate TODAY = LocalDate.of(2026, 10, 1);

  private final AlarmRoom room = new AlarmRoom();
  private final MemoryGates gates = new MemoryGates();

  @AfterEach
  void close() {
    room.close();
  }

  private void look(Sweep sweep) {
    Round round = new Round(room.clock.instant(), new Limits(room, TODAY), room.book);
    sweep.look(round);
    round.write();
  }

  private List<String> raised() {
    AlarmQuery all =
        new AlarmQuery(null, null, null, List.of(), List.of(), null, null, null, null, null, 100);
    return room.life.list(all).items().stream().map(Document::body).map(SweepsTest::shown).toList();
  }

  private static String shown(String body) {
    String code = body.replaceFirst("(?s).*?\"code\":\"([^\"]*)\".*", "$1");
    String count = body.replaceFirst("(?s).*?\"count\":([0-9]+).*", "$1");
    return code + " " + count + (body.contains("\"over\":\"") ? " over" : "");
  }

  @Test
  void aGateIsOfflineAfterThreeHeartbeatsAndOnlyOnceHoweverOftenOneLooks() {
    room.limits.put("gate.heartbeat-seconds", 60.0);
    room.limits.put("gate.offline-missed", 3.0);
    OfflineGates sweep = new OfflineGates(gates, room::enterprise, Instant.EPOCH);
    gates.states.add(new GateState(CEMENT, "A01", room.clock.instant(), null, null, List.of()));
    room.pass(Duration.ofSeconds(180));
    look(sweep);
    assertThat(raised()).isEmpty();
    room.pass(Duration.ofSeconds(1));
    look(sweep);
    look(sweep);
    assertThat(raised()).containsExactly("gate-offline 1");
    gates.states.set(0, new GateState(CEMENT, "A01", room.clock.instant(), null, null, List.of()));
    look(sweep);
    assertThat(raised()).containsExactly("gate-offline 1 over");
  }

  @Test
  void whatAPersonClosedWhileItLastsIsNotRaisedAgainUntilItEnded() {
    room.limits.put("gate.heartbeat-seconds", 60.0);
    room.limits.put("gate.offline-missed", 3.0);
    OfflineGates sweep = new OfflineGates(gates, room::enterprise, Instant.EPOCH);
    gates.states.add(new GateState(CEMENT, "A01", room.clock.instant(), null, null, List.of()));
    room.pass(Duration.ofSeconds(200));
    look(sweep);
    String id =
        room.life
            .list(
                new AlarmQuery(
                    null, null, null, List.of(), List.of(), null, null, null, null, null, 1))
            .items()
            .get(0)
            .id();
    room.life.close(id, "tolerated", "检修", "user:zhang");
    look(sweep);
    assertThat(raised()).hasSize(1);
    gates.states.set(0, new GateState(CEMENT, "A01", room.clock.instant(), null, null, List.of()));
    look(sweep);
    room.pass(Duration.ofSeconds(200));
    look(sweep);
    assertThat(raised()).hasSize(2);
  }

  @Test
  void aServerThatWasDownBlamesNoGate() {
    room.limits.put("gate.heartbeat-seconds", 60.0);
    room.limits.put("gate.offline-missed", 3.0);
    gates.states.add(new GateState(CEMENT, "A01", room.clock.instant(), null, null, List.of()));
    room.pass(Duration.ofHours(2));
    look(new OfflineGates(gates, room::enterprise, room.clock.instant()));
    assertThat(raised()).isEmpty();
  }

  @Test
  void anHourThatWasNeverSilentAndIsSilentNowIsRaisedOnce() {
    room.limits.put("silence.weeks", 4.0);
    room.limits.put("silence.passages", 3.0);
    for (int week = 1; week <= 4; week++) {
      hours("A01", TODAY.minusWeeks(week), 3);
      hours("B01", TODAY.minusWeeks(week), week == 2 ? 0 : 9);
      hours("C01", TODAY.minusWeeks(week), 9);
    }
    hours("C01", TODAY, 1);
    // At 12:15 the hour from 11 to 12 is judged.
    room.pass(Duration.ofMinutes(15));
    SilentHours sweep = new SilentHours(gates, room::enterprise, room.registry);
    look(sweep);
    look(sweep);
    look(new SilentHours(gates, room::enterprise, room.registry));
    assertThat(raised()).containsExactly("silent-hour 1");
  }

  private void hours(String barrier, LocalDate day, int atEleven) {
    List<Integer> passages = new ArrayList<>(Collections.nCopies(24, 0));
    passages.set(11, atEleven);
    gates.hours.add(new GateHours(CEMENT, barrier, day, passages));
  }

  @Test
  void aCounterGapMustLastAndEndsWhenTheRecordsCome() {
    room.limits.put("counter.tolerance", 0.0);
    room.limits.put("counter.minutes", 15.0);
    CounterGaps sweep = new CounterGaps(gates, room::enterprise);
    gates.days.add(day(TODAY, 18, 0, 20));
    look(sweep);
    assertThat(raised()).isEmpty();
    room.pass(Duration.ofMinutes(15));
    look(sweep);
    assertThat(raised()).containsExactly("counter-gap 1");
    gates.days.set(0, day(TODAY, 20, 0, 20));
    look(sweep);
    assertThat(raised()).containsExactly("counter-gap 1 over");
  }

  private static GateDay day(LocalDate day, long passages, long late, long counted) {
    return new GateDay(CEMENT, "A01", day, 1440, 1440, 0, passages, late, counted, 0, 0, 0);
  }

  @Test
  void aRaiseWaitsForItsRecordAndIsLookedAtOnce() {
    room.limits.put("raise.record-minutes", 5.0);
    room.limits.put("raise.grace-minutes", 10.0);
    gates.raises.add(raise(1, true));
    gates.raises.add(raise(2, false));
    look(new Raises(gates, room::enterprise, room.registry));
    assertThat(raised()).isEmpty();
    room.pass(Duration.ofMinutes(11));
    look(new Raises(gates, room::enterprise, room.registry));
    look(new Raises(gates, room::enterprise, room.registry));
    assertThat(raised()).containsExactly("unrecorded-raise 1");
  }

  private GateEvent raise(long position, boolean recorded) {
    return new GateEvent(
        position,
        CEMENT,
        "A01",
        "barrier-raised",
        room.clock.instant(),
        room.clock.instant(),
        "张",
        "消防车",
        null,
        recorded);
  }
}
