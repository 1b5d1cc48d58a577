package org.qingmen.intake;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.qingmen.model.Verdict;
import org.qingmen.spi.intake.PassageAnswer.Reason;

/** The same decision as for a passage, asked for before the barrier opens. */
public interface GateChecks {

  /**
   * Decides and keeps the decision durably.
   *
   * @param question gate check by {@code gate-check.schema.json}
   * @param raw the same as received
   * @param source who asks
   * @param enterprise enterprise the source is bound to, null for any
   * @param division GB/T 2260 prefix the source is bound to, empty for all
   * @throws org.qingmen.spi.refusal.Refusal when the question is wrong, foreign or unknown
   */
  Answer check(JsonNode question, byte[] raw, String source, String enterprise, String division);

  /**
   * The answer.
   *
   * @param position journal position
   * @param id id of the decision; a passage may name it as its {@code check}
   * @param verdict what the gate is told
   * @param reasons why
   * @param line1 first line for the display at the gate: the plate
   * @param line2 second line: what to do
   */
  record Answer(
      long position,
      String id,
      Verdict verdict,
      List<Reason> reasons,
      String line1,
      String line2) {}
}
