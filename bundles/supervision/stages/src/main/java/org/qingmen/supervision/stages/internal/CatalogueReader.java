package org.qingmen.supervision.stages.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.qingmen.model.Coded;
import org.qingmen.model.EmissionStage;
import org.qingmen.model.WrittenDay;
import org.qingmen.office.Spreadsheets;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.supervision.stages.DisclosureNumber;
import org.qingmen.supervision.stages.StageCatalogue;
import org.qingmen.supervision.stages.StageCatalogue.Rejected;

/** Reads the rows of a catalogue file; wrong ones are kept with what is wrong. */
final class CatalogueReader implements Spreadsheets.RowReader {

  private static final List<String> NEEDED = List.of("kind", "key", "stage", "date");
  private static final int LONGEST = 60;

  private final Set<CatalogueEntry> entries = new LinkedHashSet<>();
  private final List<Rejected> rejected = new ArrayList<>();
  private Columns columns;
  private int rows;

  /** What is wrong with a row. */
  private static final class Wrong extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private Wrong(String code) {
      super(code, null, false, false);
    }
  }

  Set<CatalogueEntry> entries() {
    return entries;
  }

  List<Rejected> rejected() {
    return rejected;
  }

  int rows() {
    return rows;
  }

  /** Refuses a file without a head. */
  void finish() {
    if (columns == null) {
      throw missing(NEEDED);
    }
  }

  private static RuntimeException missing(List<String> names) {
    return Texts.refusal(Kind.INVALID, "stage-columns", String.join(", ", names));
  }

  @Override
  public void row(int number, List<String> cells) {
    if (columns == null) {
      columns = Columns.of(cells);
      List<String> missing = NEEDED.stream().filter(name -> !columns.has(name)).toList();
      if (!missing.isEmpty()) {
        throw missing(missing);
      }
      return;
    }
    if (cells.stream().allMatch(String::isBlank)) {
      return;
    }
    rows++;
    if (rows > StageCatalogue.MOST) {
      throw Texts.refusal(Kind.INVALID, "stage-too-many", StageCatalogue.MOST);
    }
    try {
      entries.add(entry(columns.values(cells)));
    } catch (Wrong e) {
      rejected.add(
          new Rejected(number, cells, e.getMessage(), Texts.text("fault." + e.getMessage())));
    }
  }

  private static CatalogueEntry entry(Map<String, String> row) {
    CatalogueEntry.Kind kind =
        Coded.of(CatalogueEntry.Kind.class, row.get("kind"))
            .orElseThrow(() -> new Wrong("catalogue-kind"));
    String key = row.getOrDefault("key", "").toUpperCase(Locale.ROOT);
    boolean disclosure = kind == CatalogueEntry.Kind.DISCLOSURE;
    if (key.isEmpty()
        || key.length() > LONGEST
        || (disclosure && DisclosureNumber.read(key).isEmpty())) {
      throw new Wrong(disclosure ? "catalogue-disclosure" : "catalogue-key");
    }
    EmissionStage stage =
        Coded.of(EmissionStage.class, row.get("stage"))
            .filter(found -> found != EmissionStage.NONE)
            .orElseThrow(() -> new Wrong("catalogue-stage"));
    String source = row.getOrDefault("source", "");
    String engine = row.get("engine");
    if (source.length() > 200 || (engine != null && engine.length() > LONGEST)) {
      throw new Wrong("catalogue-long");
    }
    return new CatalogueEntry(kind, key, stage, date(row), engine, source);
  }

  private static LocalDate date(Map<String, String> row) {
    return WrittenDay.read(row.getOrDefault("date", ""))
        .orElseThrow(() -> new Wrong("catalogue-date"));
  }
}
