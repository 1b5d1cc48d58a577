package org.qingmen.supervision.ledgers.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.qingmen.engine.Judge;
import org.qingmen.engine.Judgement;
import org.qingmen.engine.Matter;
import org.qingmen.spi.facts.Fact;
import org.qingmen.spi.intake.PassageAnswer.Finding;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.supervision.ledgers.Checked;

/**
 * Asks the rules of kind {@code ledger} about many rows at once and gives each row its findings.
 */
final class Judging {

  private static final String POINTER = "/rows/";

  private final Judge judge;

  Judging(Judge judge) {
    this.judge = judge;
  }

  /**
   * Judges rows.
   *
   * @param kind kind of the facts
   * @param describe writes what the rules need to know of a row
   */
  <T> Checked<T> rows(
      String kind,
      String division,
      LocalDate day,
      List<T> rows,
      BiConsumer<T, Map<String, Object>> describe) {
    List<Fact> facts = new ArrayList<>(rows.size());
    for (int i = 0; i < rows.size(); i++) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("field", POINTER + i);
      describe.accept(rows.get(i), values);
      facts.add(new Fact(kind, values));
    }
    Judgement judgement = judge.judge(new Matter(PackDescriptor.Kind.LEDGER, division, day, facts));
    List<List<Finding>> findings = new ArrayList<>();
    rows.forEach(row -> findings.add(new ArrayList<>()));
    for (Finding finding : judgement.findings()) {
      if (finding.field() != null && finding.field().startsWith(POINTER)) {
        findings.get(Integer.parseInt(finding.field().substring(POINTER.length()))).add(finding);
      }
    }
    List<Checked.Row<T>> checked = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      checked.add(new Checked.Row<>(rows.get(i), findings.get(i)));
    }
    return new Checked<>(checked, judgement.parameters(), judgement.packs());
  }
}
