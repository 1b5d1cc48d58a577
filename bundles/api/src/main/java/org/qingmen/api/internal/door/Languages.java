package org.qingmen.api.internal.door;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Locale;

/** The reader's language: Chinese unless English is preferred. */
public final class Languages {

  private static final List<Locale> OFFERED = List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH);

  private Languages() {}

  /** The language of a request. */
  public static Locale of(HttpHeaders headers) {
    return of(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
  }

  /** The language of a header {@code Accept-Language}, which may be missing. */
  public static Locale of(String wanted) {
    if (wanted == null || wanted.isBlank()) {
      return OFFERED.get(0);
    }
    try {
      for (Locale.LanguageRange range : Locale.LanguageRange.parse(wanted)) {
        for (Locale offered : OFFERED) {
          if (range.getRange().startsWith(offered.getLanguage())) {
            return offered;
          }
        }
      }
    } catch (IllegalArgumentException e) {
      // A malformed header is no reason to refuse a request.
      return OFFERED.get(0);
    }
    return OFFERED.get(0);
  }
}
