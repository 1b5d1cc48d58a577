package org.qingmen.engine;

import java.util.Locale;
import org.qingmen.engine.internal.book.BookWriter;
import org.qingmen.office.Printing;

/**
 * The printed rulebook (规则说明书) of a pack: clause by clause the rules in words and as written, the
 * thresholds with date and origin, the cases, and what comes from which layer.
 */
public final class Rulebook {

  private Rulebook() {}

  /**
   * What the title page says of a version beside the pack itself.
   *
   * @param state state of the version, as people read it; null where there is no server
   * @param author name of the key of its author; null when it is not signed
   * @param approver name of the key of its approver; null for none
   */
  public record Seal(String state, String author, String approver) {

    /** A pack on an author's desk. */
    public static final Seal NONE = new Seal(null, null, null);
  }

  /**
   * Prints a pack.
   *
   * @param locale language of the headings and messages: Chinese or English; clauses and cases stay
   *     as they are written
   * @return a PDF
   */
  public static byte[] print(OpenPack pack, Seal seal, Printing printing, Locale locale) {
    return new BookWriter(pack, seal, locale).print(printing);
  }
}
