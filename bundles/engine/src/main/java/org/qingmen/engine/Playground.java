package org.qingmen.engine;

import java.util.List;
import java.util.SortedMap;
import org.qingmen.spi.pack.PackProblem;

/**
 * Tries rules out that nobody has installed. What is tried is compiled behind the same fences as a
 * pack that arrives, is kept nowhere, and decides nothing but the question asked; a question that
 * takes too long is given up. Few are answered at a time. Safe for concurrent use.
 */
public interface Playground {

  /**
   * What is asked.
   *
   * @param files the edited pack by path; null to ask a kept version
   * @param id id of the kept version; null with files
   * @param version its version; null with files
   * @param facts facts as the {@code given} of a case, YAML or JSON; null with a decision
   * @param decision stored decision document whose facts are meant; null with facts
   */
  record Question(
      SortedMap<String, String> files, String id, String version, String facts, byte[] decision) {}

  /**
   * What one pack says of the facts.
   *
   * @param pack the pack
   * @param decision decision document as JSON; null when there is none
   * @param explanation which rules fired and why the others did not; null when a rule uses more of
   *     the language than is understood
   * @param problems why there is no decision
   */
  record Side(
      PackRef pack, String decision, CaseExplanation explanation, List<PackProblem> problems) {}

  /**
   * The answer.
   *
   * @param problems what is wrong with the pack, as if it arrived now, or with the facts
   * @param candidate what the pack in question says; null when it does not compile
   * @param active what the version in service of the same id says; null when there is none
   * @param differences where their results differ, {@code stored} being the active one's
   * @param coverage what the cases of the pack in question cover; null when it does not compile
   */
  record Answer(
      List<PackProblem> problems,
      Side candidate,
      Side active,
      List<ReplayResult.Difference> differences,
      PackCoverage coverage) {}

  /**
   * Answers a question.
   *
   * @throws PackException {@code busy} when enough questions are being answered, {@code not-found}
   *     when the version is not kept
   */
  Answer ask(Question question);

  /**
   * The text files of a kept version, by path; signatures left out.
   *
   * @throws PackException {@code not-found}
   */
  SortedMap<String, String> files(String id, String version);

  /**
   * A pack with one more case: the facts of the question, and what its author expects. Facts of a
   * stored record lose what names a vehicle.
   *
   * @param sentence the case as a sentence
   * @param expect what is expected, YAML or JSON; null for what the pack in question says now
   * @return path and whole new text of the file that holds the case
   * @throws PackException {@code no-case} when there is no decision to expect or a text is no case
   */
  NewCase newCase(Question question, String sentence, String expect);

  /** A file of cases with the new one at its end. */
  record NewCase(String path, String text) {}
}
