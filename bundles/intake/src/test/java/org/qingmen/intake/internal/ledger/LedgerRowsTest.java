package org.qingmen.intake.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingmen.intake.LedgerIntake.Answer;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.kit.MemoryJournal;

class LedgerRowsTest {

  private final MemoryJournal journal = new MemoryJournal();
  private final LedgerRows rows =
      new LedgerRows(
          journal,
          id -> Optional.of(new Enterprise(id, "Steel", "130200", List.of(), null)),
          new Weighbridge());

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
