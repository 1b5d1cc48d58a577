package org.qingmen.connectors.yaohua.internal;

import java.util.List;
import java.util.Map;

/** Settings of codecs that have a few allowed values. */
final class Settings {

  private Settings() {}

  static String oneOf(Map<String, String> settings, String name, List<String> allowed) {
    String value = settings.getOrDefault(name, allowed.get(0));
    if (!allowed.contains(value)) {
      throw new IllegalArgumentException(name + "=" + value + ": one of " + allowed);
    }
    return value;
  }
}
