package org.qingmen.supervision.control.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.qingmen.model.AlertLevel;
import org.qingmen.spi.facts.Enterprise;

/**
 * All measures that were read from the data files.
 *
 * @param all in the order of the files
 * @param ungraded grade that an enterprise without one is held to, null when no file says so
 */
record Measures(List<Measure> all, String ungraded) {

  /** Puts together what several files say; each was checked against its schema. */
  static Measures of(List<JsonNode> files) {
    List<Measure> measures = new ArrayList<>();
    String ungraded = null;
    for (JsonNode file : files) {
      file.path("measures").forEach(measure -> measures.add(Measure.read(measure)));
      String grade = Json.text(file.path("ungraded"), "grade");
      ungraded = grade == null ? ungraded : grade;
    }
    return new Measures(List.copyOf(measures), ungraded);
  }

  /** Measures for an enterprise during an alert; those that force nothing are left out. */
  Set<Measure> forced(Enterprise enterprise, AlertLevel level) {
    String grade = enterprise.declaredGrade() == null ? ungraded : enterprise.declaredGrade();
    Set<Measure> forced = new LinkedHashSet<>();
    for (String industry : enterprise.industries()) {
      forced.addAll(of(industry, grade, level));
    }
    forced.removeIf(measure -> measure.terms() == null);
    return forced;
  }

  private List<Measure> of(String industry, String grade, AlertLevel level) {
    List<Measure> own = fitting(industry, grade, level);
    return own.isEmpty() ? fitting(Measure.ANY_KEY_INDUSTRY, grade, level) : own;
  }

  private List<Measure> fitting(String industry, String grade, AlertLevel level) {
    return all.stream().filter(measure -> measure.fits(industry, grade, level)).toList();
  }
}
