package org.qingmen.supervision.stages;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.qingmen.office.Spreadsheets.Format;
import org.qingmen.spi.refusal.Refusal;

/** Reads questions from what people write, and writes the answers beside them. */
public interface StageLists {

  /**
   * A file of questions.
   *
   * @param head names of the columns as they were
   * @param rows rows below the head
   */
  record Sheet(List<String> head, List<Row> rows) {}

  /**
   * One row.
   *
   * @param number row as a person counts, from 1
   * @param cells the row as it was
   * @param question what it asks; null when it is wrong
   * @param faults what is wrong
   */
  record Row(int number, List<String> cells, StageQuestion question, List<Refusal.Fault> faults) {}

  /**
   * A question from named values: {@code unit, vin, engine, plate, colour, type, model, fuel,
   * registered, code, machineCode, disclosure, kilowatts, stage}; empty ones do not count.
   *
   * @throws Refusal {@code bad-stage-question} naming each value that is wrong
   */
  StageQuestion question(Map<String, String> values);

  /**
   * Reads a CSV or XLSX file whose columns are named in Chinese or like the values above.
   *
   * @throws IOException when it cannot be read at all
   * @throws Refusal {@code stage-file} when it is no table, {@code stage-columns} without a column
   *     to ask by, {@code stage-too-many}
   */
  Sheet read(InputStream file) throws IOException;

  /**
   * Writes the rows with their answers.
   *
   * @param answers one for each row; null for a row that is wrong
   */
  void write(
      Sheet sheet, List<Determination> answers, Format format, OutputStream out, Locale locale)
      throws IOException;
}
