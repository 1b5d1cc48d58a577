package org.qingmen.engine;

import java.util.List;
import org.qingmen.model.Text;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.spi.pack.Parameter;

/**
 * What a rule pack holds, its base included.
 *
 * @param descriptor what {@code pack.yaml} says
 * @param base the pack it extends, null for none
 * @param files paths of its files, sorted
 * @param rules its rules, those of the base first
 * @param parameters its dated parameters
 * @param matrix clause to rule to case
 */
public record PackContent(
    PackDescriptor descriptor,
    PackRef base,
    List<String> files,
    List<RuleInfo> rules,
    List<Parameter> parameters,
    List<MatrixRow> matrix) {

  /**
   * A rule: its name, code, clause, message, where it is written, and which facts prove what it
   * says (JSON pointers, separated by commas; null when it does not tell).
   */
  public record RuleInfo(
      String name,
      String code,
      String clause,
      Text message,
      String pack,
      String file,
      int line,
      String evidence) {}

  /**
   * One row of the matrix.
   *
   * @param clause clause of the document
   * @param rule name of the rule or parameter that implements it
   * @param code code of the rule or name of the parameter
   * @param cases sentences of the cases in which it spoke
   * @param verified false when it rests on an unverified parameter
   */
  public record MatrixRow(
      String clause, String rule, String code, List<String> cases, boolean verified) {}
}
