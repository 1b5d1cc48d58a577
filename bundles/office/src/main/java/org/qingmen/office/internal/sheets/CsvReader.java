package org.qingmen.office.internal.sheets;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.StringReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.qingmen.office.Spreadsheets.RowReader;

/** RFC 4180, generously: comma, semicolon or tab, any line end, blank rows counted but not told. */
final class CsvReader {

  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final int END = -1;
  private static final int BROKEN = 0xFFFD;

  private final Reader in;
  private final RowReader rows;
  private final char separator;
  private final boolean exact;
  private final StringBuilder cell = new StringBuilder();
  private List<String> cells = new ArrayList<>();
  private int row = 1;
  private int next;

  private CsvReader(Reader in, char separator, boolean exact, RowReader rows) {
    this.in = in;
    this.exact = exact;
    this.separator = separator;
    this.rows = rows;
  }

  static void read(Spool spool, RowReader rows) throws IOException {
    char separator;
    try (Reader in = open(spool)) {
      separator = Separator.of(in);
    }
    try (Reader in = open(spool)) {
      new CsvReader(in, separator, false, rows).read();
    }
  }

  /** Tells every row, also blank ones, with its cells to the letter. */
  static void exactly(byte[] file, RowReader rows) throws IOException {
    if (file.length == 0) {
      throw Damage.file("empty", null);
    }
    String text = new String(file, StandardCharsets.UTF_8);
    if (text.indexOf(BROKEN) >= 0) {
      text = new String(file, GB18030);
    }
    String mark = "\uFEFF";
    text = text.startsWith(mark) ? text.substring(1) : text;
    char separator = Separator.of(new StringReader(text));
    new CsvReader(new StringReader(text), separator, true, rows).read();
  }

  /** What is no character comes as U+FFFD, so that its row is known. */
  private static Reader open(Spool spool) throws IOException {
    Charset charset = spool.kind() == Spool.Kind.UTF_8 ? StandardCharsets.UTF_8 : GB18030;
    return new BufferedReader(
        new InputStreamReader(Files.newInputStream(spool.file()), charset), 1 << 16);
  }

  private void read() throws IOException {
    advance();
    if (next == '\uFEFF') {
      advance();
    }
    while (next != END) {
      cell();
      if (next == separator) {
        advance();
        if (next == END) {
          endOfCell("");
        }
      } else {
        endOfRow();
      }
    }
    if (!cells.isEmpty()) {
      tell();
    }
  }

  private void cell() throws IOException {
    cell.setLength(0);
    if (next == '"') {
      quoted();
    } else {
      while (!endsCell()) {
        append();
      }
    }
    endOfCell(cell.toString());
  }

  private void quoted() throws IOException {
    int opened = row;
    advance();
    while (true) {
      if (next == END) {
        throw Damage.row("open-quote", opened, null);
      }
      if (next != '"') {
        append();
        continue;
      }
      advance();
      if (next != '"') {
        break;
      }
      append();
    }
    while (next == ' ') {
      advance();
    }
    if (!endsCell()) {
      throw Damage.row("after-quote", opened, null, Character.toString(next));
    }
  }

  private boolean endsCell() {
    return next == END || next == separator || next == '\n' || next == '\r';
  }

  private void append() throws IOException {
    if (cell.length() == Limits.CHARACTERS) {
      throw Damage.row("long-cell", row, null, Integer.toString(Limits.CHARACTERS));
    }
    cell.append((char) next);
    advance();
  }

  private void endOfCell(String text) throws IOException {
    if (cells.size() == Limits.CELLS) {
      throw Damage.row("many-cells", row, null, Integer.toString(Limits.CELLS));
    }
    cells.add(exact ? text : Disarming.disarm(text.strip()));
  }

  private void endOfRow() throws IOException {
    tell();
    cells = new ArrayList<>();
    row++;
    if (next == '\r') {
      advance();
      if (next != '\n') {
        return;
      }
    }
    if (next == '\n') {
      advance();
    }
  }

  private void tell() {
    if (exact || cells.stream().anyMatch(text -> !text.isEmpty())) {
      rows.row(row, List.copyOf(cells));
    }
  }

  private void advance() throws IOException {
    next = in.read();
    if (next == BROKEN) {
      throw Damage.row("not-text", row, null);
    }
    if (next == 0) {
      throw Damage.row("zero-byte", row, null);
    }
  }
}
