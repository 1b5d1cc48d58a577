package org.qingmen.engine.internal.analyse;

import java.util.List;
import org.qingmen.engine.internal.pack.RuleMeta;

/**
 * A rule as its text says it.
 *
 * @param meta what it says of itself
 * @param salience the higher fires first
 * @param elements what it waits for
 * @param actions what it then does
 */
public record RuleModel(RuleMeta meta, int salience, List<Element> elements, List<Expr> actions) {

  public RuleModel {
    elements = List.copyOf(elements);
    actions = List.copyOf(actions);
  }

  /** The same waiting for something else. */
  public RuleModel with(List<Element> others) {
    return new RuleModel(meta, salience, others, actions);
  }
}
