package org.qingmen.intake.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingmen.intake.LedgerIntake.Answer;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.kit.MemoryJournal;
import org.qingmen.store.LedgerRow;
import org.qingmen.store.LedgerStore;
import org.qingmen.store.Projection;

class LedgerRowsTest {

  private final MemoryJournal journal = new MemoryJournal();
  private final LedgerRows rows =
      new LedgerRows(
          journal,
          id -> Optional.of(new Enterprise(id, "Steel", "130200", List.of(), null)),
          new Weighbridge(),
          ledger(),
          projection());

  /** A database that keeps up. */
  private static Projection projection() {
    return (Projection)
        Proxy.newProxyInstance(
            Projection.class.getClassLoader(),
            new Class<?>[] {Projection.class},
            (proxy, called, a) -> true);
  }

  @ParameterizedTest
  @CsvSource({
    "materials, date, 2026-02-30",
    "weigh-ticket, time, 2026-02-30T00:00:00+08:00",
    "dedicated-line, time, 2026-02-30T00:00:00+08:00"
  })
  void aDayThatDoesNotExistIsRejectedBeforeTheJournal(String ledger, String member, String day)
      throws Exception {
    Answer answer = send(ledger, row(member, day));
    assertThat(answer.status()).isEqualTo("rejected");
    assertThat(answer.errors()).extracting("pointer").contains("/" + member);
    assertThat(answer.errors()).extracting("code").containsOnly("value");
    assertThat(journal.end()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "materials, date, 2135-01-01",
    "weigh-ticket, time, 2135-01-01T00:00:00+08:00",
    "dedicated-line, time, 2135-01-01T00:00:00+08:00"
  })
  void aDayThatHasNotBegunIsRejected(String ledger, String member, String day) throws Exception {
    Answer answer = send(ledger, row(member, day));
    assertThat(answer.errors()).extracting("code").containsExactly("future");
    assertThat(answer.errors()).extracting("pointer").containsExactly("/" + member);
    assertThat(journal.end()).isZero();
  }

  @Test
  void anotherRowForADayAndMaterialIsAConflictAndTheSameOneAgainIsNot() throws Exception {
    String first = row("date", "2026-02-28");
    assertThat(send("materials", first).serial()).isEqualTo("S1");
    assertThat(send("materials", first).status()).isEqualTo("accepted");
    Answer other = send("materials", first.replace("}", ",\"unit\":\"kg\"}"));
    assertThat(other.status()).isEqualTo("rejected");
    assertThat(other.serial()).isEqualTo("S1");
    assertThat(other.errors()).extracting("code").containsExactly("conflict");
    assertThat(other.errors().get(0).message().en()).contains("/ledger/corrections");
    assertThat(journal.end()).isEqualTo(2);
  }

  @Test
  void aRowThatStandsInTheDatabaseIsNotOverwrittenEither() throws Exception {
    String sent =
        "{\"enterprise\":\"E1\",\"date\":\"2026-10-02\",\"material\":\"coal\",\"opening\":10,"
            + "\"in\":5,\"consumed\":4,\"closing\":%d}";
    Answer first = send("materials", sent.formatted(11));
    assertThat(first.status()).isEqualTo("accepted");
    assertThat(first.serial()).as("what it is known by").isEqualTo("2026-10-02/coal");
    assertThat(send("materials", sent.formatted(99)).errors())
        .extracting("code")
        .containsExactly("conflict");
  }

  @Test
  void aDayThatExistsIsTaken() throws Exception {
    assertThat(send("materials", row("date", "2026-02-28")).status()).isEqualTo("accepted");
    assertThat(journal.end()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource({"unit, 1e400", "opening, 1e400", "unit, '\"t\\u0000\"'"})
  void whatNothingCanHoldIsRejectedByName(String member, String value) throws Exception {
    String row = row("date", "2026-02-28").replace("}", ",\"" + member + "\":" + value + "}");
    Answer answer = send("materials", row);
    assertThat(answer.errors()).extracting("pointer").containsExactly("/" + member);
    assertThat(journal.end()).isZero();
  }

  /** A ledger with one row of materials that was corrected once. */
  private static LedgerStore ledger() {
    return (LedgerStore)
        Proxy.newProxyInstance(
            LedgerStore.class.getClassLoader(),
            new Class<?>[] {LedgerStore.class},
            (proxy, called, a) ->
                "2026-10-02/coal".equals(a[2])
                    ? List.of(stored("\"closing\":11"), stored("\"closing\":12,\"corrects\":{}"))
                    : List.of());
  }

  private static LedgerRow stored(String closing) {
    String body =
        "{\"ledger\":\"materials\",\"enterprise\":\"E1\",\"date\":\"2026-10-02\","
            + "\"material\":\"coal\",\"opening\":10,\"in\":5,\"consumed\":4,"
            + closing
            + "}";
    LocalDate day = LocalDate.of(2026, 10, 2);
    return new LedgerRow(1, "materials", "E1", "s", day, Instant.EPOCH, body, 1, "-");
  }

  private Answer correct(String serial, String patch) throws Exception {
    String json =
        "{\"ledger\":\"materials\",\"enterprise\":\"E1\",\"serial\":\"%s\",\"reason\":\"抄错\",\"patch\":%s}"
            .formatted(serial, patch);
    return rows.correct(List.of(new ObjectMapper().readTree(json)), "user:li", null, "").get(0);
  }

  @Test
  void aCorrectionIsANewRowOfWhatStandsWithWhoAndWhy() throws Exception {
    assertThat(correct("2026-10-02/coal", "{\"in\":7}").status()).isEqualTo("accepted");
    String document =
        new String(journal.read(0, 9).get(0).entry().document(), StandardCharsets.UTF_8);
    assertThat(document)
        .contains("\"in\":7", "\"closing\":12", "\"ledger\":\"materials\"")
        .contains(
            "\"corrects\":{\"serial\":\"2026-10-02/coal\",\"reason\":\"抄错\",\"by\":\"user:li\"}");
  }

  @Test
  void aCorrectionOfNothingOrOfWhatARowIsKnownByIsRejected() throws Exception {
    assertThat(correct("2026-10-03/coal", "{\"in\":7}").errors())
        .extracting("code")
        .containsExactly("no-such-row");
    assertThat(correct("2026-10-02/coal", "{\"material\":\"ore\"}").errors())
        .extracting("pointer")
        .containsExactly("/patch/material");
    assertThat(correct("2026-10-02/coal", "{\"in\":\"much\"}").errors())
        .extracting("pointer")
        .containsExactly("/in");
    assertThat(journal.end()).isZero();
  }

  @Test
  void aCorrectionThatSaysWhatStandsAlreadyIsTakenAndAddsNoRow() throws Exception {
    Answer again = correct("2026-10-02/coal", "{\"closing\":12}");
    assertThat(again.status()).isEqualTo("accepted");
    assertThat(again.position()).isZero();
    assertThat(journal.end()).isZero();
  }

  @Test
  void twoCorrectionsOfOneRowInOneCallBothCount() throws Exception {
    String one =
        """
        {"ledger":"materials","enterprise":"E1","serial":"2026-10-02/coal","reason":"抄错",
         "patch":{"%s":7}}""";
    ObjectMapper json = new ObjectMapper();
    List<JsonNode> both =
        List.of(json.readTree(one.formatted("in")), json.readTree(one.formatted("consumed")));
    assertThat(rows.correct(both, "user:li", null, ""))
        .extracting("position")
        .containsExactly(1L, 2L);
    String last = new String(journal.read(0, 9).get(1).entry().document(), StandardCharsets.UTF_8);
    assertThat(last).contains("\"in\":7", "\"consumed\":7");
  }

  @ParameterizedTest
  @CsvSource({"2026-10-02/coal", "2026-10-03/coal"})
  void whoMayNotReportForAnEnterpriseDoesNotLearnWhichRowsItHas(String serial) throws Exception {
    String json =
        "{\"ledger\":\"materials\",\"enterprise\":\"E1\",\"serial\":\"%s\",\"reason\":\"x\",\"patch\":{\"in\":7}}"
            .formatted(serial);
    List<JsonNode> one = List.of(new ObjectMapper().readTree(json));
    assertThat(rows.correct(one, "user:li", "E2", "").get(0).errors())
        .extracting("code")
        .containsExactly("scope");
  }

  private Answer send(String ledger, String row) throws Exception {
    JsonNode json = new ObjectMapper().readTree(row);
    return rows.submit(ledger, List.of(json), "test", null, "").get(0);
  }

  private static String row(String member, String value) {
    return """
        {"enterprise":"E1","serial":"S1","material":"coal","direction":"in","tonnes":1,"mode":"rail",
         "net":1,"%s":"%s"}"""
        .formatted(member, value);
  }
}
