package org.qingmen.simulate;

/** The command was called wrongly. */
final class WrongCallException extends RuntimeException {

  private final String key;
  private final String detail;

  WrongCallException(String key, String detail) {
    super(key + ": " + detail);
    this.key = key;
    this.detail = detail;
  }

  String key() {
    return key;
  }

  String detail() {
    return detail;
  }
}
