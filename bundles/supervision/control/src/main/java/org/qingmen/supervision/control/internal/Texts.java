package org.qingmen.supervision.control.internal;

import java.util.List;
import org.qingmen.model.Text;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.spi.refusal.Refusal.Fault;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.spi.refusal.RefusalTexts;

/** The refusals of this room; their texts are in {@code messages_zh|en.properties}. */
final class Texts {

  private static final RefusalTexts TEXTS = RefusalTexts.beside(Texts.class);

  private Texts() {}

  static Refusal invalid(String code, List<Fault> faults) {
    return TEXTS.refusal(Kind.INVALID, code).withFaults(faults);
  }

  static Refusal notFound(String code, String id) {
    return TEXTS.refusal(Kind.NOT_FOUND, code, id);
  }

  static Refusal conflict(String code, String id) {
    return TEXTS.refusal(Kind.CONFLICT, code, id);
  }

  static Refusal unacceptable(String code, Object... values) {
    return TEXTS.refusal(Kind.INVALID, code, values);
  }

  static Refusal notReady() {
    return TEXTS.refusal(Kind.UNAVAILABLE, "registry-not-read").retryAfter(2);
  }

  static Text text(String key, Object... values) {
    return TEXTS.text(key, values);
  }

  static Fault fault(String code, String pointer, Object... values) {
    return new Fault(code, pointer, TEXTS.text("fault." + code, values));
  }
}
