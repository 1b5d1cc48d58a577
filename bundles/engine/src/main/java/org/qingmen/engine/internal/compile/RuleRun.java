package org.qingmen.engine.internal.compile;

import java.util.Map;
import java.util.function.Consumer;
import org.qingmen.engine.internal.pack.RuleMeta;

/** A way to run the rules of a pack other than by its compiled classes. */
public interface RuleRun {

  /**
   * Runs them.
   *
   * @param fired is told each rule that fired
   * @param budget most firings
   * @return number of firings
   */
  int run(Map<String, ?> globals, Iterable<?> facts, Consumer<RuleMeta> fired, int budget);
}
