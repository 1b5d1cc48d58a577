package org.qingmen.supervision.response.internal;

import org.qingmen.spi.refusal.Refusal;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.spi.refusal.RefusalTexts;

/** The refusals of this room. */
final class Texts {

  private static final RefusalTexts TEXTS = RefusalTexts.beside(Texts.class);

  private Texts() {}

  static Refusal refusal(Kind kind, String code, Object... values) {
    return TEXTS.refusal(kind, code, values);
  }
}
