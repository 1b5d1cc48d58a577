package org.qingmen.supervision.upward.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.qingmen.spi.journal.JournalEntry;
import org.qingmen.spi.report.Report;

class LedgerCorrectionTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static Report report(String row) {
    byte[] document = row.getBytes(StandardCharsets.UTF_8);
    return Items.report(
        new JournalEntry(JournalEntry.Kind.LEDGER, Instant.EPOCH, "user:li", document, document));
  }

  @Test
  void aCorrectedDayOfMaterialsGoesUpUnderItsDayAndMaterialAndLeavesThemAlone() throws Exception {
    Report report =
        report(
            """
            {"ledger":"materials","enterprise":"E1","date":"2026-10-02","material":"煤","in":7,
             "corrects":{"serial":"2026-10-02/煤","reason":"抄错","by":"user:li"}}""");
    assertThat(report.ledger()).isEqualTo("corrections");
    JsonNode sent = JSON.readTree(report.document());
    assertThat(sent.path("serial").asText()).isEqualTo("2026-10-02/煤");
    assertThat(sent.path("reason").asText()).isEqualTo("抄错");
    assertThat(sent.at("/patch/in").asInt()).isEqualTo(7);
    assertThat(sent.path("patch").has("date") || sent.path("patch").has("material")).isFalse();
  }

  @Test
  void whatTheCorrectionTookOutIsTakenOutAboveToo() throws Exception {
    Report report =
        report(
            """
            {"ledger":"materials","enterprise":"E1","date":"2026-10-02","material":"煤","in":7,
             "corrects":{"serial":"2026-10-02/煤","reason":"抄错","by":"user:li"}}""");
    JsonNode patch = JSON.readTree(report.document()).path("patch");
    assertThat(patch.has("closing") && patch.get("closing").isNull()).isTrue();
  }

  @Test
  void theFirstRowGoesUpAsItIs() throws Exception {
    Report report =
        report("{\"ledger\":\"weigh-ticket\",\"enterprise\":\"E1\",\"serial\":\"W1\",\"net\":7}");
    assertThat(report.ledger()).isEqualTo("weigh-ticket");
    assertThat(JSON.readTree(report.document()).path("serial").asText()).isEqualTo("W1");
  }
}
