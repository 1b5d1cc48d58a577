package org.qingmen.supervision.alarms.internal.book;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.store.BadCursorException;
import org.qingmen.store.Document;
import org.qingmen.supervision.alarms.AlarmQuery;
import org.qingmen.supervision.alarms.internal.AlarmRoom;

class AlarmBookTest {

  private static final String ZHANG = "user:zhang";

  private final AlarmRoom room = new AlarmRoom();

  @AfterEach
  void close() {
    room.close();
  }

  private void raise(String code, String key, String... receipts) {
    Tally tally = new Tally();
    for (String receipt : receipts) {
      tally.raise(room.alarm(code, key, receipt));
    }
    room.book.record(tally.take(), List.of());
  }

  private List<Document> all(String... states) {
    return room.life
        .list(
            new AlarmQuery(
                null, null, null, List.of(states), List.of(), null, null, null, null, null, 100))
        .items();
  }

  private ObjectNode only() {
    return AlarmEntry.body(all().get(0));
  }

  @Test
  void whatTheRulesCallAnAlarmIsOpenWithItsWordingAndDeadline() {
    raise("deny-but-raised", "k", "R1");

    ObjectNode alarm = only();
    assertThat(alarm.path("state").asText()).isEqualTo("open");
    assertThat(alarm.path("severity").asText()).isEqualTo("warning");
    assertThat(alarm.at("/message/zh").asText()).isEqualTo("文 冀B12345");
    assertThat(alarm.path("division").asText()).isEqualTo("130203");
    assertThat(alarm.path("due").asText()).isEqualTo("2026-10-01T04:30:00Z");
    assertThat(alarm.at("/evidence/0/id").asText()).isEqualTo("R1");
    assertThat(room.life.open(null, "13")).isEqualTo(Map.of("warning", 1L));
    assertThat(room.life.open(null, "14")).isEmpty();
  }

  @Test
  void whatTheRulesDoNotCallAnAlarmIsNone() {
    raise("harmless", "k", "R1");
    assertThat(all()).isEmpty();
  }

  @Test
  void aRepetitionIsCountedInTheOpenOneAndMayMakeItGraver() {
    raise("deny-but-raised", "k", "R1");
    room.pass(Duration.ofMinutes(2));
    raise("deny-but-raised", "k", "R2", "R3");

    assertThat(all()).hasSize(1);
    ObjectNode alarm = only();
    assertThat(alarm.path("count").asInt()).isEqualTo(3);
    assertThat(alarm.path("severity").asText()).isEqualTo("serious");
    assertThat(alarm.path("first").asText()).isEqualTo("2026-10-01T04:00:00Z");
    assertThat(alarm.path("last").asText()).isEqualTo("2026-10-01T04:02:00Z");
    assertThat(alarm.path("evidence")).hasSize(3);
  }

  private void happens(String plate, String receipt, Instant at) {
    Tally tally = new Tally();
    tally.raise(room.alarm("deny-but-raised", "k", receipt, plate, at));
    room.book.record(tally.take(), List.of());
  }

  @Test
  void theFirstAndTheLastOccurrenceKeepTheirOwnFactsWordingAndEvidence() {
    happens("冀B00001", "R1", room.clock.instant());
    happens("冀B00002", "R2", room.clock.instant().plusSeconds(60));
    // This one was kept at the gate and came late: it is neither the first nor the last.
    happens("冀B00003", "R3", room.clock.instant().plusSeconds(30));

    ObjectNode alarm = only();
    assertThat(alarm.at("/firstOccurrence/values/plate").asText()).isEqualTo("冀B00001");
    assertThat(alarm.at("/firstOccurrence/message/zh").asText()).isEqualTo("文 冀B00001");
    assertThat(alarm.at("/firstOccurrence/evidence").findValuesAsText("id")).containsExactly("R1");
    assertThat(alarm.at("/lastOccurrence/values/plate").asText()).isEqualTo("冀B00002");
    assertThat(alarm.at("/lastOccurrence/time")).isEqualTo(alarm.path("last"));
    assertThat(alarm.at("/lastOccurrence/evidence").findValuesAsText("id")).containsExactly("R2");
    assertThat(alarm.at("/message/zh").asText()).isEqualTo("文 冀B00002");
    assertThat(alarm.at("/values/plate").asText()).isEqualTo("冀B00002");
    assertThat(alarm.path("count").asInt()).isEqualTo(3);
    assertThat(alarm.path("evidence").findValuesAsText("id")).containsExactly("R1", "R2", "R3");
  }

  @Test
  void theFirstOfManyWrittenTogetherKeepsItsFactsTooAndAnEarlierOneThatCameLateBecomesTheFirst() {
    Tally tally = new Tally();
    tally.raise(
        room.alarm("deny-but-raised", "k", "R1", "冀B00001", room.clock.instant().plusSeconds(9)));
    tally.raise(
        room.alarm("deny-but-raised", "k", "R2", "冀B00002", room.clock.instant().plusSeconds(20)));
    room.book.record(tally.take(), List.of());
    assertThat(only().at("/firstOccurrence/values/plate").asText()).isEqualTo("冀B00001");
    assertThat(only().at("/lastOccurrence/values/plate").asText()).isEqualTo("冀B00002");

    happens("冀B00000", "R0", room.clock.instant());
    assertThat(only().at("/firstOccurrence/values/plate").asText()).isEqualTo("冀B00000");
    assertThat(only().path("first").asText()).isEqualTo("2026-10-01T04:00:00Z");
    assertThat(only().at("/lastOccurrence/values/plate").asText()).isEqualTo("冀B00002");
  }

  @Test
  void theListBeginsWithWhatHappenedLastAndAClockYearsAheadDoesNotStayOnTop() {
    raise("deny-but-raised", "old", "R1");
    room.pass(Duration.ofMinutes(1));
    Tally tally = new Tally();
    tally.raise(
        room.alarm(
            "deny-but-raised", "future", "R2", "冀B2099", Instant.parse("2099-01-01T00:00:00Z")));
    room.book.record(tally.take(), List.of());
    assertThat(keys()).containsExactly("future", "old");
    room.pass(Duration.ofMinutes(1));
    raise("deny-but-raised", "old", "R3");
    assertThat(keys()).containsExactly("old", "future");
  }

  private List<String> keys() {
    return all().stream().map(alarm -> AlarmEntry.body(alarm).path("key").asText()).toList();
  }

  @Test
  void aPeriodFindsWhatBeganBeforeItAndHappenedInIt() {
    raise("deny-but-raised", "k", "R1");
    room.pass(Duration.ofDays(1));
    raise("deny-but-raised", "k", "R2");
    assertThat(between(room.clock.instant().minusSeconds(60), room.clock.instant().plusSeconds(60)))
        .hasSize(1);
    assertThat(between(room.clock.instant().plusSeconds(1), null)).isEmpty();
    assertThat(between(null, room.clock.instant().minus(Duration.ofDays(2)))).isEmpty();
  }

  private List<Document> between(Instant from, Instant to) {
    return room.life
        .list(
            new AlarmQuery(null, null, null, List.of(), List.of(), null, null, from, to, null, 100))
        .items();
  }

  @Test
  void aCursorThatThisServerNeverGaveIsRefused() {
    AlarmQuery damaged =
        new AlarmQuery(null, null, null, List.of(), List.of(), null, null, null, null, "x", 9);
    assertThatThrownBy(() -> room.life.list(damaged)).isInstanceOf(BadCursorException.class);
  }

  @Test
  void aClosedOneStaysAndTheNextIsNew() {
    raise("deny-but-raised", "k", "R1");
    String id = all().get(0).id();
    room.life.close(id, "handled", "已约谈", ZHANG);
    room.pass(Duration.ofMinutes(1));
    raise("deny-but-raised", "k", "R2");

    assertThat(all("closed")).extracting(Document::id).containsExactly(id);
    assertThat(all("open")).hasSize(1).extracting(Document::id).doesNotContain(id);
    Refusal refused =
        catchThrowableOfType(Refusal.class, () -> room.life.acknowledge(id, "", ZHANG));
    assertThat(refused.code()).isEqualTo("alarm-closed");
  }

  @Test
  void anOpenOneIsFoundAgainAfterARestart() {
    raise("deny-but-raised", "k", "R1");
    room.start();
    raise("deny-but-raised", "k", "R2");
    assertThat(all()).hasSize(1);
    assertThat(only().path("count").asInt()).isEqualTo(2);
  }

  @Test
  void theEndOfAConditionIsNotedAndANewBeginningCounts() {
    raise("gate-offline", "k", "R1");
    assertThat(room.book.lasting("k")).isTrue();
    Tally tally = new Tally();
    tally.over("k", room.clock.instant());
    room.book.record(tally.take(), List.of());
    assertThat(only().path("over").asText()).isEqualTo("2026-10-01T04:00:00Z");
    assertThat(room.book.lasting("k")).isFalse();
    raise("gate-offline", "k", "R2");
    assertThat(only().has("over")).isFalse();
    assertThat(only().path("count").asInt()).isEqualTo(2);
  }

  @Test
  void nobodyLooksSoItGoesToTheCityAndThenToTheProvinceAndThenWaits() {
    raise("deny-but-raised", "k", "R1");
    room.pass(Duration.ofMinutes(31));
    room.life.escalateOverdue(room.clock.instant());
    assertThat(only().path("state").asText()).isEqualTo("escalated");
    assertThat(only().path("escalatedTo").asText()).isEqualTo("130200");
    room.pass(Duration.ofMinutes(31));
    room.life.escalateOverdue(room.clock.instant());
    assertThat(only().path("escalatedTo").asText()).isEqualTo("130000");
    room.pass(Duration.ofMinutes(31));
    room.life.escalateOverdue(room.clock.instant());
    assertThat(only().path("level").asInt()).isEqualTo(2);
    assertThat(only().has("due")).isFalse();
  }

  @Test
  void afterTheFirstLookTheDeadlineIsThatOfTheClosing() {
    raise("deny-but-raised", "k", "R1");
    room.life.acknowledge(all().get(0).id(), "看到了", ZHANG);
    assertThat(only().path("due").asText()).isEqualTo("2026-10-02T04:00:00Z");
    room.life.assign(all().get(0).id(), "li", null, ZHANG);
    assertThat(only().path("assignee").asText()).isEqualTo("li");
    assertThat(room.life.history(all().get(0).id()))
        .extracting(version -> AlarmEntry.body(version).at("/step/action").asText())
        .containsExactly("assigned", "acknowledged", "raised");
  }

  @Test
  void whoeverListensHearsEveryChangeAndCanCatchUp() {
    List<String> heard = new ArrayList<>();
    room.life.listen(document -> heard.add(AlarmEntry.body(document).at("/step/action").asText()));
    raise("deny-but-raised", "k", "R1");
    room.pass(Duration.ofSeconds(1));
    raise("deny-but-raised", "m", "R2");
    Document first = all().get(1);
    assertThat(heard).containsExactly("raised", "raised");
    assertThat(room.life.changedAfter(first.at().toEpochMilli(), first.id(), 10)).hasSize(1);
    assertThat(room.life.changedAfter(0, "", 10)).hasSize(2);
  }

  @Test
  void pagesAreNewestFirstWithoutGaps() {
    for (int i = 0; i < 7; i++) {
      raise("deny-but-raised", "k" + i, "R" + i);
      room.pass(Duration.ofSeconds(1));
    }
    List<String> ids = new ArrayList<>();
    String cursor = null;
    do {
      var page =
          room.life.list(
              new AlarmQuery(
                  null, "1302", null, List.of(), List.of(), null, null, null, null, cursor, 3));
      page.items().forEach(item -> ids.add(item.id()));
      cursor = page.next();
    } while (cursor != null);
    assertThat(ids).hasSize(7).isSortedAccordingTo(java.util.Comparator.reverseOrder());
  }
}
