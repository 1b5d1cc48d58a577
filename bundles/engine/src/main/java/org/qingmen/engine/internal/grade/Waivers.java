package org.qingmen.engine.internal.grade;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.qingmen.engine.GradeDecision.Waiver;
import org.qingmen.engine.internal.grade.Assessment.Measured;

/** What counts although it was not measured, with the grades of which it meets a threshold. */
final class Waivers {

  private Waivers() {}

  static List<Waiver> of(List<String> grades, Map<String, Measured> measured) {
    List<Waiver> waivers = new ArrayList<>();
    for (Measured one : measured.values()) {
      for (Waived waived : one.count().waivers()) {
        List<String> helped = grades.stream().filter(grade -> helps(waived, grade, one)).toList();
        waivers.add(
            new Waiver(
                one.code(), waived.share().doubleValue(), waived.what(), waived.until(), helped));
      }
    }
    return waivers;
  }

  /** Of several waivers the first one that meets a threshold is the one that counts. */
  private static boolean helps(Waived waived, String grade, Measured one) {
    return one.rows().stream()
        .filter(row -> row.waived() && grade.equals(row.parameter().grade()))
        .anyMatch(
            row ->
                one.measure()
                    .waives(row.parameter().operator(), row.parameter().value())
                    .filter(waived::equals)
                    .isPresent());
  }
}
