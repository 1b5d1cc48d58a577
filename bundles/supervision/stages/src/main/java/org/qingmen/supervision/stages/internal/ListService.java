package org.qingmen.supervision.stages.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.model.Text;
import org.qingmen.office.DamagedTableException;
import org.qingmen.office.Spreadsheets;
import org.qingmen.office.Spreadsheets.Format;
import org.qingmen.office.Spreadsheets.TableWriter;
import org.qingmen.spi.facts.Stages;
import org.qingmen.spi.refusal.Refusal.Fault;
import org.qingmen.supervision.stages.Determination;
import org.qingmen.supervision.stages.StageLists;
import org.qingmen.supervision.stages.StageQuestion;

/** Lists of questions as files. */
@Component
public final class ListService implements StageLists {

  private final Spreadsheets sheets;

  /** Wired by the container. */
  @Activate
  public ListService(@Reference Spreadsheets sheets) {
    this.sheets = sheets;
  }

  @Override
  public StageQuestion question(Map<String, String> values) {
    return new QuestionReader(values).demand();
  }

  @Override
  public Sheet read(InputStream file) throws IOException {
    SheetReader reader = new SheetReader();
    try {
      sheets.read(file, reader);
    } catch (DamagedTableException e) {
      throw Texts.damaged(e);
    }
    return reader.sheet();
  }

  @Override
  public void write(
      Sheet sheet, List<Determination> answers, Format format, OutputStream out, Locale locale)
      throws IOException {
    try (TableWriter table = sheets.write(format, out, text("sheet", locale))) {
      List<Object> head = new ArrayList<>(sheet.head());
      for (String name : List.of("stage", "basis", "text", "as-of", "suspicious", "findings")) {
        head.add(text("column." + name, locale));
      }
      table.row(head);
      for (int i = 0; i < sheet.rows().size(); i++) {
        table.row(cells(sheet, i, answers.get(i), locale));
      }
    }
  }

  private static List<Object> cells(Sheet sheet, int index, Determination answer, Locale locale) {
    StageLists.Row row = sheet.rows().get(index);
    List<Object> cells = new ArrayList<>(row.cells());
    while (cells.size() < sheet.head().size()) {
      cells.add(null);
    }
    if (answer == null) {
      cells.addAll(Arrays.asList(null, null, null, null, null));
      cells.add(said(row.faults().stream().map(Fault::message).toList(), locale));
      return cells;
    }
    Determination.Basis decided = answer.basis().get(0);
    cells.add(Stages.name(answer.stage().rank()).in(locale));
    cells.add(text("kind." + decided.kind(), locale));
    cells.add(decided.text().in(locale));
    cells.add(decided.asOf());
    cells.add(text(answer.suspicious() ? "yes" : "no", locale));
    cells.add(said(answer.findings().stream().map(one -> one.message()).toList(), locale));
    return cells;
  }

  private static String said(List<Text> texts, Locale locale) {
    return texts.stream().map(one -> one.in(locale)).collect(Collectors.joining("; "));
  }

  private static String text(String key, Locale locale) {
    return Texts.text("list." + key).in(locale);
  }
}
