package org.qingmen.office;

import java.util.List;
import java.util.Map;

/** A report being printed, from top to bottom; pages break by themselves. For one thread. */
public interface Report {

  /** A heading of the first or second level. */
  Report heading(int level, String text);

  /** A paragraph; long lines wrap, also Chinese ones. */
  Report paragraph(String text);

  /** Names and values side by side, in the map's order. */
  Report fields(Map<String, String> values);

  /**
   * A table whose head is repeated on each page.
   *
   * @param widths relative widths of the columns, one each
   */
  Report table(List<String> head, List<List<String>> rows, int... widths);

  /** A picture (PNG or JPEG) with a caption. */
  Report picture(byte[] image, String caption);

  /** Lines to be signed by hand, such as inspector and enterprise. */
  Report signatures(List<String> names);

  /** Ends the report; the PDF. */
  byte[] finish();
}
