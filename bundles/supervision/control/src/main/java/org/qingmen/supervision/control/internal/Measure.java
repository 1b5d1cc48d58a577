package org.qingmen.supervision.control.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qingmen.engine.Judgement;
import org.qingmen.engine.Judgement.Conclusion;
import org.qingmen.model.Text;
import org.qingmen.spi.pack.Parameter;

/**
 * What an enterprise must do during an alert: one rule of a pack of kind {@code measures} with all
 * its conclusions.
 *
 * @param code code of the rule
 * @param title its wording
 * @param clause clause of the parameter it rests on, else of the rule
 * @param source where that was read, null when it names no parameter
 * @param verified whether that was read in an official text
 * @param terms what it demands of transport, null when nothing is forced
 * @param production what it demands of production, null when nothing
 */
record Measure(
    String code,
    Text title,
    String clause,
    String source,
    boolean verified,
    ControlTerms terms,
    String production) {

  private static final String UNVERIFIED_ZH = "（未核实）";

  /** The measures of a judgement, in the order of its rules. */
  static List<Measure> of(Judgement judgement) {
    Map<String, List<Conclusion>> byRule = new LinkedHashMap<>();
    for (Conclusion one : judgement.conclusions()) {
      byRule.computeIfAbsent(one.code() + "|" + one.rule(), key -> new ArrayList<>()).add(one);
    }
    return byRule.values().stream().map(some -> of(some, judgement.parameters())).toList();
  }

  private static Measure of(List<Conclusion> conclusions, List<Parameter> parameters) {
    Map<String, Object> said = new LinkedHashMap<>();
    conclusions.forEach(one -> said.put(one.name(), one.value()));
    Parameter basis =
        parameters.stream()
            .filter(parameter -> parameter.name().equals(said.get("rests-on")))
            .findFirst()
            .orElse(null);
    Conclusion first = conclusions.get(0);
    return new Measure(
        first.code(),
        first.message(),
        basis == null ? first.clause() : basis.clause(),
        basis == null ? null : basis.source(),
        basis != null && basis.verified(),
        terms(said),
        said.containsKey("production") ? said.get("production").toString() : null);
  }

  private static ControlTerms terms(Map<String, Object> said) {
    ControlTerms terms =
        new ControlTerms(
            Boolean.TRUE.equals(said.get("stop-road-transport")),
            rank(said, "minimum-stage.diesel"),
            rank(said, "minimum-stage.gas"),
            rank(said, "minimum-stage.gasoline"),
            text(said, "vehicle-classes", "heavy"),
            items(said, "exempt-usages"),
            List.of(),
            text(said, "unknown-stage", "deny"),
            said.get("cap.share") instanceof Number share ? share.doubleValue() : null,
            null,
            rank(said, "nrmm.minimum-stage"),
            false);
    boolean forces =
        terms.stopRoadTransport()
            || terms.minimumStageDiesel() >= 0
            || terms.minimumStageGas() >= 0
            || terms.minimumStageGasoline() >= 0
            || terms.capShare() != null
            || terms.nrmmMinimumStage() >= 0;
    return forces ? terms : null;
  }

  /** Title for people; what was not verified says so wherever it is shown. */
  Text shownTitle() {
    return verified ? title : new Text(title.zh() + UNVERIFIED_ZH, title.en() + " (unverified)");
  }

  private static int rank(Map<String, Object> said, String name) {
    Object value = said.get(name);
    // A rule may conclude a number, which arrives as 5.0.
    String stage =
        value instanceof Number number ? String.valueOf(number.intValue()) : String.valueOf(value);
    return ControlTerms.rank(stage);
  }

  private static String text(Map<String, Object> said, String name, String otherwise) {
    return said.containsKey(name) ? said.get(name).toString() : otherwise;
  }

  private static List<String> items(Map<String, Object> said, String name) {
    return Arrays.stream(text(said, name, "").split(","))
        .map(String::strip)
        .filter(item -> !item.isEmpty())
        .toList();
  }
}
