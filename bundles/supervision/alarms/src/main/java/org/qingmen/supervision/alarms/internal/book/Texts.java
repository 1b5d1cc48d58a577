package org.qingmen.supervision.alarms.internal.book;

import java.util.List;
import org.qingmen.model.Text;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.spi.refusal.Refusal.Fault;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.spi.refusal.RefusalTexts;

/** The texts of this room; they are in {@code messages_zh|en.properties}. */
public final class Texts {

  private static final RefusalTexts TEXTS = RefusalTexts.beside(Texts.class);

  private Texts() {}

  /** A text with its placeholders filled. */
  public static Text text(String key, Object... values) {
    return TEXTS.text(key, values);
  }

  /** The refusal of something that is not there. */
  public static Refusal notFound(String code, String id) {
    return TEXTS.refusal(Kind.NOT_FOUND, code, id);
  }

  static Refusal conflict(String code, String id) {
    return TEXTS.refusal(Kind.CONFLICT, code, id);
  }

  /** The refusal of something that is wrong in these members. */
  public static Refusal invalid(String code, List<Fault> faults) {
    return TEXTS.refusal(Kind.INVALID, code).withFaults(faults);
  }

  /** One member that is wrong. */
  public static Fault fault(String code, String pointer, Object... values) {
    return new Fault(code, pointer, TEXTS.text("fault." + code, values));
  }

  /** The refusal while the database has not been read since the start. */
  public static Refusal notReady() {
    return TEXTS.refusal(Kind.UNAVAILABLE, "alarms-not-read").retryAfter(2);
  }
}
