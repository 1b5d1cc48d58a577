package org.qingmen.engine;

import java.util.List;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.spi.pack.PackProblem;

/** A pack that compiles, opened to look into it: its cases, what they cover, what is odd. */
public interface OpenPack extends AutoCloseable {

  /**
   * A case and what it showed.
   *
   * @param sentence the case
   * @param file its file
   * @param line its line
   * @param problems what differs from what is expected; empty when it passed
   */
  record CaseResult(String sentence, String file, int line, List<PackProblem> problems) {

    /** Whether everything was as expected. */
    public boolean passed() {
      return problems.isEmpty();
    }
  }

  /**
   * A threshold or operator changed by one step without any case breaking.
   *
   * @param kind {@code threshold} or {@code operator}
   * @param of rule or parameter
   * @param file file
   * @param line line
   * @param before as it is
   * @param after as changed
   * @param clause clause from which the missing case is to be written
   * @param about what {@code accepted} in {@code pack.yaml} names it by
   */
  record Survivor(
      String kind,
      String of,
      String file,
      int line,
      String before,
      String after,
      String clause,
      String about) {}

  /**
   * What the mutation check found.
   *
   * @param changes changes tried
   * @param survivors those that no case noticed
   * @param accepted number of those that no case noticed and the pack says why
   */
  record Mutation(int changes, List<Survivor> survivors, int accepted) {}

  /**
   * A case as it is written.
   *
   * @param sentence the case
   * @param given what is given, JSON
   * @param expect what is expected, JSON
   * @param place file and line
   */
  record WrittenCase(String sentence, String given, String expect, String place) {}

  /**
   * The pack as its authors wrote it.
   *
   * @param rules text of each rule that counts, by the id of the pack that holds it, a blank and
   *     the rule's name; of a decision table what its row becomes
   * @param cases its cases
   */
  record Written(java.util.Map<String, String> rules, List<WrittenCase> cases) {}

  /** The texts of rules and cases. */
  Written written();

  /** What the pack says of itself. */
  PackDescriptor descriptor();

  /** Content hash. */
  String hash();

  /** Number of its rules, those of its bases included. */
  int rules();

  /** Runs the cases, once. */
  List<CaseResult> cases();

  /** What it holds, with the matrix. */
  PackContent content();

  /** Coverage of rules and of conditions. */
  PackCoverage coverage();

  /** What the analysis finds odd. */
  List<PackNotice> notices();

  /**
   * Explains the cases whose sentence holds a text.
   *
   * @throws PackException {@code not-analysed} when a rule uses more of the language than is
   *     understood
   */
  List<CaseExplanation> explain(String part);

  /**
   * Changes every threshold and operator by one step.
   *
   * @throws PackException {@code not-analysed} when a rule uses more of the language than is
   *     understood
   */
  Mutation mutate();

  @Override
  void close();
}
