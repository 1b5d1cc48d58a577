package org.qingmen.cli.connector;

import com.fasterxml.jackson.databind.JsonNode;

/** Compares an expected value with a decoded one: 3 and 3.000 are the same number. */
final class Same {

  private Same() {}

  static boolean value(JsonNode expected, JsonNode found) {
    if (expected.isNumber() && found.isNumber()) {
      return expected.decimalValue().compareTo(found.decimalValue()) == 0;
    }
    if (expected.isArray() && found.isArray() && expected.size() == found.size()) {
      boolean same = true;
      for (int i = 0; i < expected.size(); i++) {
        same &= value(expected.get(i), found.get(i));
      }
      return same;
    }
    return expected.equals(found);
  }
}
