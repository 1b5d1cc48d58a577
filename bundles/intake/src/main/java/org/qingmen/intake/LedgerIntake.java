package org.qingmen.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.qingmen.spi.intake.PassageAnswer.Fault;

/** Takes rows of ledgers: dedicated line, weigh tickets, daily materials. */
public interface LedgerIntake {

  /**
   * Takes rows that share one sync; the answers are in their order.
   *
   * @param ledger {@code dedicated-line}, {@code weigh-ticket} or {@code materials}
   * @param rows rows by the ledger's schema
   * @param source who sent them
   * @param enterprise enterprise the source is bound to, null for any
   * @param division GB/T 2260 prefix the source is bound to, empty for all
   * @throws org.qingmen.spi.journal.JournalUnavailableException when nothing can be made durable
   *     now
   */
  List<Answer> submit(
      String ledger, List<JsonNode> rows, String source, String enterprise, String division);

  /**
   * Takes corrections by {@code ledger-correction.schema.json}: each is a new row beside the one
   * that stands, which stays in the chain. The answers are in their order; a correction of nothing
   * is {@code rejected}.
   */
  List<Answer> correct(
      List<JsonNode> corrections, String source, String enterprise, String division);

  /**
   * What became of a row.
   *
   * @param serial serial number, null when it could not be read
   * @param status {@code accepted} or {@code rejected}; a row sent again is accepted and the first
   *     one stands
   * @param position journal position, 0 when rejected
   * @param errors why it was rejected
   */
  record Answer(String serial, String status, long position, List<Fault> errors) {}
}
