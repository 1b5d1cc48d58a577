package org.qingmen.spi.facts;

/**
 * Where a rule reports: verdicts by rules of kind {@code gate}, findings by all, conclusions by the
 * rules of the platform's functions. The first argument is always {@code drools}, the context of
 * the firing rule: code, clause and messages are taken from the rule's own {@code @code},
 * {@code @clause}, {@code @zh}, {@code @en}. The {@code values} fill the messages' placeholders
 * {@code {0}}, {@code {1}} ...
 */
public interface Outcome {

  /** The barrier opens; the reason is kept. */
  void allow(Object drools, Object... values);

  /** The barrier opens with a remark. */
  void warn(Object drools, Object... values);

  /** The barrier stays shut; it is the strictest verdict and wins over all others. */
  void deny(Object drools, Object... values);

  /** A verdict given as data: {@code allow}, {@code warn} or {@code deny}. */
  void verdict(Object drools, String verdict, Object... values);

  /**
   * A finding of verification.
   *
   * @param severity {@code info}, {@code near-miss}, {@code suspicious} or {@code grave}
   * @param field JSON pointer of the member concerned, such as {@code /vehicle/vin}
   */
  void find(Object drools, String severity, String field, Object... values);

  /**
   * A conclusion, such as the emission stage that the evidence proves. Of several with the same
   * name the one of the closest region counts, then the last.
   *
   * @param name what is concluded, such as {@code stage}
   * @param value a text, number or truth value
   */
  void conclude(Object drools, String name, Object value, Object... values);
}
