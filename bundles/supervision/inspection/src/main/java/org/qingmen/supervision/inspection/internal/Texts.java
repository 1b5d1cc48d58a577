package org.qingmen.supervision.inspection.internal;

import java.util.List;
import java.util.MissingResourceException;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.spi.refusal.Refusal.Fault;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.spi.refusal.RefusalTexts;

/** The texts of this room, from {@code messages_zh|en.properties}. */
final class Texts {

  private static final RefusalTexts TEXTS = RefusalTexts.beside(Texts.class);

  private Texts() {}

  static Refusal invalid(String code, String fault, String pointer, Object... values) {
    Fault wrong = new Fault(fault, pointer, TEXTS.text("fault." + fault, values));
    return TEXTS.refusal(Kind.INVALID, code).withFaults(List.of(wrong));
  }

  static Refusal notFound(String code, String id) {
    return TEXTS.refusal(Kind.NOT_FOUND, code, id);
  }

  static Refusal conflict(String code, Object... values) {
    return TEXTS.refusal(Kind.CONFLICT, code, values);
  }

  static Refusal notReady() {
    return TEXTS.refusal(Kind.UNAVAILABLE, "draw-not-ready").retryAfter(5);
  }

  /** A Chinese text for paper. */
  static String zh(String key, Object... values) {
    return TEXTS.text(key, values).zh();
  }

  /** The Chinese name of a code, or the code itself when it has none. */
  static String name(String kind, String code) {
    try {
      return code == null || code.isEmpty() ? "—" : TEXTS.text(kind + "." + code).zh();
    } catch (MissingResourceException e) {
      return code;
    }
  }
}
