package org.qingmen.engine.internal.osgi;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.qingmen.engine.SignatureAlgorithm;

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

  /** Signatures a pack needs before it may serve: 0 in development only, else 1 or 2. */
  int signatures() {
    String wanted = value("packs.signatures", "QINGMEN_PACKS_SIGNATURES", "");
    if (wanted.isEmpty()) {
      return unsignedAccepted() ? 0 : 1;
    }
    if (!wanted.matches("[12]")) {
      throw new IllegalArgumentException("packs.signatures must be 1 or 2, not " + wanted);
    }
    return Integer.parseInt(wanted);
  }

  /** How packs may be signed. */
  Set<SignatureAlgorithm> signatureAlgorithms() {
    return SignatureAlgorithm.listed(
        value("packs.signature-algorithms", "QINGMEN_PACKS_SIGNATURE_ALGORITHMS", "ed25519"));
  }

  /** Whether nobody may put into service what that person brought alone. */
  boolean secondPerson() {
    return Boolean.parseBoolean(
        value("packs.second-person", "QINGMEN_PACKS_SECOND_PERSON", "false"));
  }

  /** How many days before a pack or key ends people are reminded. */
  int reminderDays() {
    return Integer.parseInt(value("packs.reminder-days", "QINGMEN_PACKS_REMINDER_DAYS", "30"));
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
