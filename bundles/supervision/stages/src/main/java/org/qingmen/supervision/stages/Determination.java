package org.qingmen.supervision.stages;

import java.util.List;
import org.qingmen.model.EmissionStage;
import org.qingmen.model.Text;
import org.qingmen.spi.intake.PassageAnswer.Finding;

/**
 * The stage that the evidence proves.
 *
 * @param stage the stage; {@link EmissionStage#NONE} when nothing is known
 * @param basis the evidence, strongest first: the first one decided
 * @param suspicious whether evidence contradicts other evidence
 * @param findings what was noticed, contradictions among it
 * @param verified whether every parameter that was used is verified
 * @param document the judgement with facts, rules, parameters and hash, canonical JSON
 */
public record Determination(
    EmissionStage stage,
    List<Basis> basis,
    boolean suspicious,
    List<Finding> findings,
    boolean verified,
    byte[] document) {

  public Determination {
    basis = List.copyOf(basis);
    findings = List.copyOf(findings);
  }

  /**
   * One piece of evidence.
   *
   * @param kind its place in the chain: {@code query}, {@code list}, {@code disclosed}, {@code
   *     catalogue}, {@code known-vin}, {@code known-model}, {@code plate}, {@code registration},
   *     {@code statement}, {@code disclosure}, {@code code}, {@code fuel}, {@code unknown}
   * @param text what it says
   * @param asOf day on which it was established, {@code yyyy-MM-dd}
   * @param stage stage it speaks for
   * @param clause clause of the rule
   */
  public record Basis(String kind, Text text, String asOf, EmissionStage stage, String clause) {}
}
