package org.qingmen.office.internal.sheets;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.qingmen.office.Spreadsheets.TableWriter;

/** RFC 4180 in UTF-8 with a byte-order mark, without which Excel takes Chinese for Latin. */
final class CsvWriter implements TableWriter {

  /** What a reader might take for a separator, a quotation mark or the end of the row. */
  private static final String SPECIAL = ",;\t\"\r\n";

  private final Writer out;

  CsvWriter(OutputStream out) throws IOException {
    this.out = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), 1 << 16);
    this.out.write('\uFEFF');
  }

  @Override
  public void row(List<?> cells) throws IOException {
    for (int i = 0; i < cells.size(); i++) {
      if (i > 0) {
        out.write(',');
      }
      cell(cells.get(i));
    }
    out.write("\r\n");
  }

  private void cell(Object value) throws IOException {
    String text = value instanceof String plain ? Disarming.arm(plain) : Cells.plain(value);
    boolean quoted =
        text.chars().anyMatch(c -> SPECIAL.indexOf(c) >= 0) || !text.equals(text.strip());
    if (!quoted) {
      out.write(text);
      return;
    }
    out.write('"');
    out.write(text.replace("\"", "\"\""));
    out.write('"');
  }

  @Override
  public void close() throws IOException {
    out.flush();
  }
}
