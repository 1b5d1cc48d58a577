package org.qingmen.spi.facts;

/**
 * Where a rule of kind {@code gate} or {@code verification} reports. The first argument is always
 * {@code drools}, the context of the firing rule: code, clause and messages are taken from the
 * rule's own {@code @code}, {@code @clause}, {@code @zh}, {@code @en}. The {@code values} fill the
 * messages' placeholders {@code {0}}, {@code {1}} ...
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
}
