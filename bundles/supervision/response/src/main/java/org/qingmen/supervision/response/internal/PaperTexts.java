package org.qingmen.supervision.response.internal;

import org.qingmen.spi.refusal.RefusalTexts;

/** Chinese wording of the reports. */
final class PaperTexts {

  private static final RefusalTexts TEXTS = RefusalTexts.beside(PaperTexts.class);

  private PaperTexts() {}

  static String of(String key, Object... values) {
    return TEXTS.text("paper." + key, values).zh();
  }

  static String verdict(String verdict) {
    return of("verdict." + verdict);
  }

  static String level(String level) {
    return of("level." + level);
  }

  static String stage(String stage) {
    return of("stage." + stage);
  }

  /** A number with at most one decimal; a dash when it is not known. */
  static String number(Double value) {
    if (value == null) {
      return "—";
    }
    return value == Math.rint(value)
        ? String.valueOf(Math.round(value))
        : String.valueOf(Math.round(value * 10) / 10.0);
  }

  static String percent(Double share) {
    return share == null ? "—" : number(share * 100) + "%";
  }
}
