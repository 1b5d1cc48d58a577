package org.qingmen.engine.internal.osgi;

import java.nio.file.Path;
import java.util.Map;

/** Configuration of the engine: its own keys first, then system properties, then environment. */
final class Settings {

  private final Map<String, Object> configuration;

  Settings(Map<String, Object> configuration) {
    this.configuration = configuration;
  }

  /** The data directory. */
  Path data() {
    return Path.of(value("qingmen.data", "QINGMEN_DATA", "data"));
  }

  /** Whether unsigned packs are accepted; for development only. */
  boolean unsignedAccepted() {
    return "dev".equals(value("packs.unsigned", "QINGMEN_PACKS_UNSIGNED", "refused"));
  }

  private String value(String key, String variable, String otherwise) {
    Object own = configuration.get(key);
    if (own != null && !own.toString().isBlank()) {
      return own.toString();
    }
    String property = System.getProperty(key, System.getenv(variable));
    return property == null || property.isBlank() ? otherwise : property;
  }
}
