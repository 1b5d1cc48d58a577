package org.qingmen.supervision.ledgers;

import java.util.List;
import org.qingmen.engine.PackRef;
import org.qingmen.model.Severity;
import org.qingmen.spi.intake.PassageAnswer.Finding;
import org.qingmen.spi.pack.Parameter;

/**
 * Rows with what the rules say of each.
 *
 * @param rows the rows in their order
 * @param parameters parameters that were read
 * @param packs packs that were asked; empty when none is in force, then nothing was checked
 */
public record Checked<T>(List<Row<T>> rows, List<Parameter> parameters, List<PackRef> packs) {

  public Checked {
    rows = List.copyOf(rows);
    parameters = List.copyOf(parameters);
    packs = List.copyOf(packs);
  }

  /** Whether every parameter that was read is verified. */
  public boolean verified() {
    return parameters.stream().allMatch(Parameter::verified);
  }

  /**
   * A row.
   *
   * @param value the row
   * @param findings what the rules found
   */
  public record Row<T>(T value, List<Finding> findings) {

    public Row {
      findings = List.copyOf(findings);
    }

    /**
     * {@code green} without a finding, {@code grey} when something is missing to judge it, {@code
     * yellow} close to a limit, {@code red} otherwise.
     */
    public String light() {
      return findings.stream()
          .map(Finding::severity)
          .max(Severity::compareTo)
          .map(
              worst ->
                  switch (worst) {
                    case INFO -> "grey";
                    case NEAR_MISS -> "yellow";
                    default -> "red";
                  })
          .orElse("green");
    }
  }
}
