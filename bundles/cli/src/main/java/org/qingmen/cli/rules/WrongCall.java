package org.qingmen.cli.rules;

/** The action was called wrongly. */
final class WrongCall extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String key;
  private final transient Object[] values;

  WrongCall(String key, Object... values) {
    super(key);
    this.key = key;
    this.values = values;
  }

  String key() {
    return key;
  }

  Object[] values() {
    return values;
  }
}
