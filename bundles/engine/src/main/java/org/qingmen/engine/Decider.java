package org.qingmen.engine;

import java.util.List;
import org.qingmen.spi.facts.GradingFacts;
import org.qingmen.spi.facts.PassageFacts;
import org.qingmen.spi.intake.PassageAnswer;

/**
 * Decides by the rule packs in force at the time of the fact. Safe for concurrent use and without
 * side effects: nothing is stored here.
 */
public interface Decider {

  /** Decides a passage; the same as {@code decide(facts, Occasion.PASSAGE, List.of())}. */
  default Decision decide(PassageFacts facts) {
    return decide(facts, Occasion.PASSAGE, List.of());
  }

  /**
   * Decides by every pack of kind gate or verification that is in force at the time of the passage
   * and whose region holds the enterprise. Without any such pack the verdict is allow.
   *
   * @param facts what is known
   * @param occasion whether the vehicle passed or asks to pass
   * @param noted findings made before the rules, such as codes that could not be mapped; they are
   *     kept among the facts and repeated in the findings
   */
  Decision decide(PassageFacts facts, Occasion occasion, List<PassageAnswer.Finding> noted);

  /**
   * The same when the record was written canonically before.
   *
   * @param canonical of the very record in the facts
   */
  default Decision decide(
      PassageFacts facts,
      Occasion occasion,
      List<PassageAnswer.Finding> noted,
      CanonicalPassage canonical) {
    return decide(facts, occasion, noted);
  }

  /**
   * Computes the transport grade of one enterprise in one industry by the grading pack in force at
   * the end of the period.
   *
   * @param policy policy to grade by; null takes the newest one in force
   * @return always a decision; without a pack its grade is null and its reason says so
   */
  GradeDecision grade(GradingFacts facts, String policy);

  /**
   * Evaluates the facts stored in a decision document again, with the packs it names by hash, and
   * compares byte for byte. A judgement's document is replayed as well. Never throws on a damaged
   * document: that is a difference.
   */
  ReplayResult replay(byte[] decisionDocument);

  /** Why a passage is decided; the {@code kind} of the document. */
  enum Occasion {
    /** It passed: {@code passage}. */
    PASSAGE,
    /** It stands before the barrier: {@code gate-check}. */
    GATE_CHECK
  }
}
