package org.qingmen.engine;

import java.util.List;
import org.qingmen.model.Text;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.spi.pack.Parameter;

/**
 * What a rule pack holds, its base included.
 *
 * @param descriptor what {@code pack.yaml} says
 * @param bases packs it was built on, the widest first
 * @param files paths of its files, sorted
 * @param rules its rules, those of the base first
 * @param parameters its dated parameters
 * @param origins each parameter with the layer it came from and what it replaced, in the order of
 *     {@code parameters}
 * @param hidden parameters of wider layers that do not hold, because a closer layer names them and
 *     says nothing for their grade
 * @param matrix clause to rule to case
 */
public record PackContent(
    PackDescriptor descriptor,
    List<PackRef> bases,
    List<String> files,
    List<RuleInfo> rules,
    List<Parameter> parameters,
    List<ParameterOrigin> origins,
    List<ParameterOrigin> hidden,
    List<MatrixRow> matrix) {

  /** The pack it extends, null for none. */
  public PackRef base() {
    return bases.isEmpty() ? null : bases.get(bases.size() - 1);
  }

  /**
   * Where a parameter came from.
   *
   * @param parameter the parameter
   * @param pack layer that gives it
   * @param replaces what wider layers gave under the same name and grade, the closest first
   */
  public record ParameterOrigin(Parameter parameter, PackRef pack, List<Replaced> replaces) {}

  /** A parameter of a wider layer that was replaced. */
  public record Replaced(Parameter parameter, PackRef pack) {}

  /**
   * A rule: its name, code, clause, message, the pack, version and place where it is written, which
   * facts prove what it says (JSON pointers, separated by commas; null when it does not tell), and
   * the layer whose rule of the same name it replaced (null when none).
   */
  public record RuleInfo(
      String name,
      String code,
      String clause,
      Text message,
      String pack,
      String version,
      String file,
      int line,
      String evidence,
      PackRef replaces) {}

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
