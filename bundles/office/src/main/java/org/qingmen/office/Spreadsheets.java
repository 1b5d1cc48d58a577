package org.qingmen.office;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;

/** Reads and writes tables as streams: memory does not grow with the number of rows. */
public interface Spreadsheets {

  /** How a table is written. */
  enum Format {
    /** UTF-8 with byte-order mark, RFC 4180, cells that a spreadsheet would run are disarmed. */
    CSV,
    /** Office Open XML, one sheet. */
    XLSX
  }

  /**
   * Begins a table.
   *
   * @param sheet name of the sheet, 1 to 31 characters
   */
  TableWriter write(Format format, OutputStream out, String sheet) throws IOException;

  /**
   * Reads the first sheet of an XLSX file, or a CSV file in UTF-8 or GB 18030 with comma, semicolon
   * or tab; which one it is shows from the content.
   *
   * @throws IOException when it is neither, or damaged; the message says what and in which row
   */
  void read(InputStream in, RowReader rows) throws IOException;

  /** Takes rows. */
  interface TableWriter extends AutoCloseable {
    /** One row: texts, numbers, truth values, {@code LocalDate}, {@code Instant}, nulls. */
    void row(List<?> cells) throws IOException;

    /** Ends the table; the stream beneath stays open. */
    @Override
    void close() throws IOException;
  }

  /** Is told of rows. */
  interface RowReader {
    /**
     * One row.
     *
     * @param number number as a person counts, from 1
     * @param cells cells as text, blanks stripped, numbers and dates in their plain form
     */
    void row(int number, List<String> cells);
  }
}
