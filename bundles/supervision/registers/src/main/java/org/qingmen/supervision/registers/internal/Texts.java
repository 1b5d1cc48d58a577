package org.qingmen.supervision.registers.internal;

import java.util.List;
import org.qingmen.model.Text;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.spi.refusal.Refusal.Fault;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.spi.refusal.RefusalTexts;

/** The refusals and warnings of this room, from {@code messages_zh|en.properties}. */
public final class Texts {

  private static final RefusalTexts TEXTS = RefusalTexts.beside(Texts.class);

  private Texts() {}

  /** Members that do not fit. */
  public static Refusal invalid(String code, List<Fault> faults) {
    return TEXTS.refusal(Kind.INVALID, code).withFaults(faults);
  }

  /** Any refusal of this room. */
  public static Refusal refusal(Kind kind, String code, Object... values) {
    return TEXTS.refusal(kind, code, values);
  }

  /** One member that is wrong or looks wrong; its text has the key {@code fault.code}. */
  public static Fault fault(String code, String pointer, Object... values) {
    return new Fault(code, pointer, TEXTS.text("fault." + code, values));
  }

  /** A text by its key. */
  public static Text text(String key, Object... values) {
    return TEXTS.text(key, values);
  }
}
