package org.qingmen.supervision.suspicion.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingmen.supervision.suspicion.internal.Room.CEMENT;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.store.Suspicion;
import org.qingmen.store.SuspicionQuery;
import org.qingmen.supervision.suspicion.Suspicions.Reply;
import org.qingmen.supervision.suspicion.Suspicions.Ruling;

class SuspicionsTest {

  private static final Reply CONFIRMED = new Reply("confirmed", "属实", "[]", null, List.of());
  private static final Reply CORRECTED =
      new Reply("corrected", "录入有误", "[]", "{\"vehicle\":{\"stage\":\"4\"}}", List.of());

  private Room room;

  @BeforeEach
  void open() {
    room = new Room();
  }

  @AfterEach
  void close() throws Exception {
    room.close();
  }

  private List<Suspicion> all() {
    return room.service.list(new SuspicionQuery(CEMENT, null, null, null, null, 100)).items();
  }

  @Test
  void aSuspiciousFindingGoesToTheEnterpriseWithItsEvidenceAndDeadline() throws Exception {
    String receipt = room.receive("1", "冀B00001", "overweight", "suspicious");
    assertThat(all()).hasSize(1);
    Suspicion item = all().get(0);
    assertThat(item.receipt()).isEqualTo(receipt);
    assertThat(item.division()).isEqualTo("130203");
    assertThat(item.deadline()).isEqualTo(room.clock.instant().plus(Duration.ofHours(72)));
    assertThat(item.body()).contains("\"/passage/plate/number\":\"冀B00001\"");
  }

  @Test
  void whatTheRulesDoNotAskForIsNoItem() throws Exception {
    room.receive("1", "冀B00001", "overweight", "near-miss");
    room.receive("2", "冀B00001", null, null);
    assertThat(all()).isEmpty();
  }

  @Test
  void repeatedFindingsOfOneVehicleAreOneItemUntilItIsAnswered() throws Exception {
    room.receive("1", "冀B00001", "vin-form", "suspicious");
    room.receive("2", "冀B00001", "vin-form", "suspicious");
    room.receive("3", "冀B00002", "vin-form", "suspicious");
    assertThat(all()).extracting(Suspicion::records).containsExactlyInAnyOrder(2, 1);
    Suspicion first = all().stream().filter(one -> one.records() == 2).findFirst().orElseThrow();
    room.service.reply(first.id(), CONFIRMED, "user:plant");
    room.receive("4", "冀B00001", "vin-form", "suspicious");
    assertThat(all()).hasSize(3);
  }

  @Test
  void aRestartNeitherLosesNorDoublesAnything() throws Exception {
    for (int i = 0; i < 30; i++) {
      room.append("S" + i, "冀B0" + i, "overweight", "suspicious");
      if (i % 7 == 0) {
        room.projection.awaitPosition(room.journal.end(), Duration.ofSeconds(30));
        room.service.round();
        room.start();
      }
    }
    room.start();
    room.projection.awaitPosition(room.journal.end(), Duration.ofSeconds(30));
    room.service.round();
    assertThat(all()).hasSize(30);
    room.store.take(0L, List.of());
    room.start();
    room.service.round();
    assertThat(all()).as("even when the cursor is lost").hasSize(30);
  }

  @Test
  void anAcceptedCorrectionCorrectsEveryRecordOfTheItem() throws Exception {
    String one = room.receive("1", "冀B00001", "vin-form", "suspicious");
    String two = room.receive("2", "冀B00001", "vin-form", "suspicious");
    String id = all().get(0).id();
    room.service.reply(id, CORRECTED, "user:plant");
    assertThat(room.corrected).isEmpty();
    room.service.rule(id, new Ruling("accept", null), "user:zhang");
    assertThat(room.corrected).extracting(request -> request.receipt()).containsExactly(one, two);
    assertThat(room.corrected.get(0).by()).isEqualTo("user:plant");
    assertThat(room.corrected.get(0).accepted()).isEqualTo("user:zhang");
    assertThat(room.service.history(id))
        .extracting(step -> step.action())
        .containsExactly("open", "reply", "accept");
  }

  @Test
  void whatIsOverdueEscalatesByItselfOnceAndIsOverWhenItIsAnswered() throws Exception {
    room.receive("1", "冀B00001", "overweight", "suspicious");
    String id = all().get(0).id();
    room.clock.advance(Duration.ofHours(73));
    room.service.round();
    room.service.round();
    assertThat(room.alarms).hasSize(1);
    assertThat(room.alarms.get(0).code()).isEqualTo("suspicion-overdue");
    assertThat(room.service.find(id).orElseThrow().overdue()).isTrue();
    assertThat(room.service.counts(CEMENT, null)).containsEntry("overdue", 1L);
    room.service.reply(id, CONFIRMED, "user:plant");
    assertThat(room.over).containsExactly(room.alarms.get(0).key());
  }

  @Test
  void whatIsReturnedIsTheEnterprisesTurnAgainWithANewDeadline() throws Exception {
    room.receive("1", "冀B00001", "overweight", "suspicious");
    String id = all().get(0).id();
    room.service.reply(id, CONFIRMED, "user:plant");
    room.clock.advance(Duration.ofHours(100));
    room.service.rule(id, new Ruling("return", "请补充磅单"), "user:zhang");
    Suspicion item = room.service.find(id).orElseThrow();
    assertThat(item.state()).isEqualTo("returned");
    assertThat(item.deadline()).isEqualTo(room.clock.instant().plus(Duration.ofHours(48)));
    room.service.reply(id, CONFIRMED, "user:plant");
  }

  @Test
  void nobodyAnswersOrRulesOutOfTurn() throws Exception {
    room.receive("1", "冀B00001", "overweight", "suspicious");
    String id = all().get(0).id();
    refused("suspicion-unanswered", () -> room.service.rule(id, new Ruling("accept", null), "z"));
    room.service.reply(id, CONFIRMED, "user:plant");
    refused("suspicion-answered", () -> room.service.reply(id, CONFIRMED, "user:plant"));
    refused("suspicion-unknown", () -> room.service.reply("S0-x", CONFIRMED, "user:plant"));
  }

  @Test
  void anAnswerNamesRecordsOfItsItemOnly() throws Exception {
    room.receive("1", "冀B00001", "overweight", "suspicious");
    Reply foreign = new Reply("corrected", "x", "[]", "{}", List.of("A".repeat(26)));
    refused(
        "suspicion-foreign-record",
        () -> room.service.reply(all().get(0).id(), foreign, "user:plant"));
  }

  private static void refused(
      String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
    assertThatThrownBy(call)
        .isInstanceOfSatisfying(
            Refusal.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
  }
}
