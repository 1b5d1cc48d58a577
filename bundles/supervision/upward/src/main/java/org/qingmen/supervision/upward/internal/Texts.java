package org.qingmen.supervision.upward.internal;

import java.util.List;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.spi.refusal.Refusal.Fault;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.spi.refusal.RefusalTexts;

/** The refusals of this room; their texts are in {@code messages_zh|en.properties}. */
final class Texts {

  private static final RefusalTexts TEXTS = RefusalTexts.beside(Texts.class);

  private Texts() {}

  static Refusal badTarget(String code, String pointer, Object... values) {
    Fault fault = new Fault(code, pointer, TEXTS.text("fault." + code, values));
    return TEXTS.refusal(Kind.INVALID, "bad-upward-target").withFaults(List.of(fault));
  }

  static TroubleException trouble(String code, Object... values) {
    return new TroubleException(TEXTS.text("trouble." + code, values));
  }

  static Refusal unknownTarget(String id) {
    return TEXTS.refusal(Kind.NOT_FOUND, "unknown-upward-target", id);
  }

  static Refusal badPeriod(Object from, Object to) {
    return TEXTS.refusal(Kind.INVALID, "upward-period", from.toString(), to.toString());
  }
}
