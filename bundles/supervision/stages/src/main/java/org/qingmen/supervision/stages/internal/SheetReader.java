package org.qingmen.supervision.stages.internal;

import java.util.ArrayList;
import java.util.List;
import org.qingmen.office.Spreadsheets;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.supervision.stages.EmissionStages;
import org.qingmen.supervision.stages.StageLists.Row;
import org.qingmen.supervision.stages.StageLists.Sheet;
import org.qingmen.supervision.stages.StageQuestion;

/** Reads the rows of a list of questions. */
final class SheetReader implements Spreadsheets.RowReader {

  /** One of these must be there, or nothing can be asked. */
  private static final List<String> NEEDED =
      List.of("vin", "plate", "model", "registered", "code", "machineCode", "disclosure", "stage");

  private final List<Row> rows = new ArrayList<>();
  private List<String> head;
  private Columns columns;

  Sheet sheet() {
    if (columns == null) {
      throw missing();
    }
    return new Sheet(head, rows);
  }

  private static Refusal missing() {
    return Texts.refusal(Kind.INVALID, "stage-columns", String.join(" | ", NEEDED));
  }

  @Override
  public void row(int number, List<String> cells) {
    if (columns == null) {
      head = List.copyOf(cells);
      columns = Columns.of(cells);
      if (NEEDED.stream().noneMatch(columns::has)) {
        throw missing();
      }
      return;
    }
    if (cells.stream().allMatch(String::isBlank)) {
      return;
    }
    if (rows.size() >= EmissionStages.MOST) {
      throw Texts.refusal(Kind.INVALID, "stage-too-many", EmissionStages.MOST);
    }
    QuestionReader reader = new QuestionReader(columns.values(cells));
    StageQuestion question = reader.read();
    boolean good = reader.faults().isEmpty();
    rows.add(
        new Row(number, List.copyOf(cells), good ? question : null, List.copyOf(reader.faults())));
  }
}
