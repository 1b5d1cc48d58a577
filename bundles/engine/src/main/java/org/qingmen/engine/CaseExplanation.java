package org.qingmen.engine;

import java.util.List;
import org.qingmen.spi.pack.Parameter;

/**
 * Why a case came out as it did.
 *
 * @param sentence the case
 * @param file its file
 * @param line its line
 * @param passed whether it came out as expected
 * @param given what is given, as JSON
 * @param decision the whole decision, as JSON
 * @param fired rules that fired, in their order
 * @param silent rules that did not, each with the first part that found no match
 * @param parameters parameters that were read, with their origin
 */
public record CaseExplanation(
    String sentence,
    String file,
    int line,
    boolean passed,
    String given,
    String decision,
    List<PackContent.RuleInfo> fired,
    List<Silent> silent,
    List<Parameter> parameters) {

  /**
   * A rule that did not fire.
   *
   * @param rule name
   * @param code code
   * @param file file
   * @param line line of what found no match
   * @param missing the pattern that found no match
   * @param condition the condition on which the nearest fact failed; null when there was no such
   *     fact
   */
  public record Silent(
      String rule, String code, String file, int line, String missing, String condition) {}
}
