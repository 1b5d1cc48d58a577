package org.qingmen.engine.internal.grade;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.qingmen.engine.GradeDecision.Gap;
import org.qingmen.engine.internal.grade.Assessment.Measured;
import org.qingmen.engine.internal.text.Messages;
import org.qingmen.model.Text;
import org.qingmen.spi.pack.Parameter;

/** What is missing for the next better grade that can be awarded. */
final class Gaps {

  private Gaps() {}

  static List<Gap> of(Ladder ladder, Map<String, Measured> measured) {
    List<Gap> gaps = new ArrayList<>();
    for (String grade : ladder.better()) {
      for (List<Row> group : ladder.unmet(grade)) {
        for (Row row : group) {
          gaps.add(gap(row, measured.get(row.parameter().name()), group.size() > 1));
        }
      }
      if (!ladder.unknown(grade)) {
        break;
      }
    }
    return gaps;
  }

  private static Gap gap(Row row, Measured measured, boolean alternative) {
    Parameter threshold = row.parameter();
    BigDecimal change =
        Smallest.change(row, measured.measure(), measured.count(), measured.baseUnit());
    BigDecimal missing = change == null ? null : change.abs();
    String unit = measured.measure() instanceof Measure.State ? "state" : measured.baseUnit();
    String key = row.unknown() ? "gap-unknown" : missing == null ? "gap-state" : "gap-" + unit;
    Object[] values = {threshold.grade(), missing, measured.count().base(), threshold.clause()};
    Text message = Messages.text(key, values);
    if (alternative) {
      Text or = Messages.text("gap-alternative");
      message = new Text(message.zh() + or.zh(), message.en() + or.en());
    }
    Double amount = missing == null ? null : missing.doubleValue();
    return new Gap(threshold.grade(), threshold.name(), amount, unit, message);
  }
}
