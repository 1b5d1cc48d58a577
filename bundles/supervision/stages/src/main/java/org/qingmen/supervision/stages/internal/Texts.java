package org.qingmen.supervision.stages.internal;

import java.util.List;
import org.qingmen.model.Text;
import org.qingmen.office.DamagedTableException;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.spi.refusal.Refusal.Fault;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.spi.refusal.RefusalTexts;

/** The texts of this room; they are in {@code messages_zh|en.properties}. */
final class Texts {

  private static final RefusalTexts TEXTS = RefusalTexts.beside(Texts.class);

  private Texts() {}

  static Refusal refusal(Kind kind, String code, Object... values) {
    return TEXTS.refusal(kind, code, values);
  }

  static Fault fault(String code, String pointer, Object... values) {
    return new Fault(code, pointer, text("fault." + code, values));
  }

  /** A file that is no table. */
  static Refusal damaged(DamagedTableException damage) {
    Refusal frame = TEXTS.refusal(Kind.INVALID, "stage-file");
    Text why = new Text(damage.zh(), damage.en());
    return new Refusal(frame.kind(), frame.code(), frame.what(), why, frame.fix(), List.of(), 0);
  }

  static Text text(String key, Object... values) {
    return TEXTS.text(key, values);
  }
}
