package org.qingmen.model;

import java.util.Locale;

/**
 * One text in both languages of the product.
 *
 * @param zh simplified Chinese, never blank
 * @param en English, never blank
 */
public record Text(String zh, String en) {

  public Text {
    if (zh == null || zh.isBlank() || en == null || en.isBlank()) {
      throw new IllegalArgumentException("a text needs Chinese and English: " + zh + " / " + en);
    }
  }

  /** The text in the reader's language; Chinese unless English is asked for. */
  public String in(Locale locale) {
    return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : zh;
  }
}
