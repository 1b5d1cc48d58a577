package org.qingmen.engine;

import org.qingmen.model.Text;

/** A request about a rule pack that cannot be granted. */
public final class PackException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final transient Text text;

  /**
   * Makes one.
   *
   * @param code code of the error, such as {@code not-found}
   * @param text what, why and how to mend it
   */
  public PackException(String code, Text text) {
    super(code + ": " + text.en());
    this.code = code;
    this.text = text;
  }

  /** Code of the error. */
  public String code() {
    return code;
  }

  /** What, why and how to mend it. */
  public Text text() {
    return text;
  }
}
