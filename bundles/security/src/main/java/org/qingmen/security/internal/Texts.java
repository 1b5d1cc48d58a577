package org.qingmen.security.internal;

import org.qingmen.spi.refusal.Refusal;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.spi.refusal.RefusalTexts;

/** The refusals of this room; their texts are in {@code messages_zh|en.properties}. */
final class Texts {

  private static final RefusalTexts TEXTS = RefusalTexts.beside(Texts.class);

  private Texts() {}

  static Refusal invalid(String code, Object... values) {
    return TEXTS.refusal(Kind.INVALID, code, values);
  }

  static Refusal conflict(String code, Object... values) {
    return TEXTS.refusal(Kind.CONFLICT, code, values);
  }

  static Refusal notFound(String code, Object... values) {
    return TEXTS.refusal(Kind.NOT_FOUND, code, values);
  }

  static Refusal forbidden(String code, Object... values) {
    return TEXTS.refusal(Kind.FORBIDDEN, code, values);
  }

  static Refusal unauthenticated(String code, Object... values) {
    return TEXTS.refusal(Kind.UNAUTHENTICATED, code, values);
  }

  static Refusal tooMany(String code, long seconds) {
    return TEXTS.refusal(Kind.TOO_MANY, code, seconds).retryAfter((int) seconds);
  }

  static Refusal notReady() {
    return TEXTS.refusal(Kind.UNAVAILABLE, "not-ready").retryAfter(2);
  }

  static Refusal.Fault fault(String code, String pointer, Object... values) {
    return new Refusal.Fault(code, pointer, TEXTS.text("fault." + code, values));
  }
}
