package org.qingmen.engine.internal.analyse;

/** Is told what happens while rules are tried. */
public interface Watcher {

  /** Watches nothing. */
  Watcher NONE = new Watcher() {};

  /**
   * A condition was asked of a fact that met those before it.
   *
   * @param element the pattern
   * @param condition its position in the pattern
   */
  default void asked(RuleModel rule, Element.Pattern element, int condition, boolean held) {}

  /**
   * A part of a rule found something, or nothing.
   *
   * @param element what was looked for
   */
  default void looked(RuleModel rule, Element element, boolean found) {}

  /** A rule fired. */
  default void fired(RuleModel rule) {}
}
