package org.qingmen.engine;

import java.util.List;
import java.util.Optional;
import org.qingmen.model.Text;
import org.qingmen.spi.intake.PassageAnswer.Finding;
import org.qingmen.spi.pack.Parameter;

/**
 * What the rules say of a matter.
 *
 * @param findings what they found
 * @param conclusions what they concluded, in the order in which it was said: wider regions first
 * @param parameters parameters that were read, by name
 * @param packs packs that were asked
 * @param document canonical JSON of facts, findings, conclusions, parameters and packs with its
 *     hash, to be stored beside the result as its proof
 */
public record Judgement(
    List<Finding> findings,
    List<Conclusion> conclusions,
    List<Parameter> parameters,
    List<PackRef> packs,
    byte[] document) {

  public Judgement {
    findings = List.copyOf(findings);
    conclusions = List.copyOf(conclusions);
    parameters = List.copyOf(parameters);
    packs = List.copyOf(packs);
  }

  /**
   * One conclusion.
   *
   * @param name what is concluded
   * @param value a text, number or truth value
   * @param code code of the rule
   * @param clause its clause
   * @param message its wording
   * @param rule its name
   */
  public record Conclusion(
      String name, Object value, String code, String clause, Text message, String rule) {}

  /** The conclusion that counts for a name: the last. */
  public Optional<Conclusion> last(String name) {
    return conclusions.stream().filter(one -> one.name().equals(name)).reduce((a, b) -> b);
  }

  /** All conclusions of a name. */
  public List<Conclusion> all(String name) {
    return conclusions.stream().filter(one -> one.name().equals(name)).toList();
  }

  /** Whether every parameter that was read is verified. */
  public boolean verified() {
    return parameters.stream().allMatch(Parameter::verified);
  }
}
