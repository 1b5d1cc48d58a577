package org.qingmen.supervision.response.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.qingmen.engine.Judge;
import org.qingmen.engine.Judgement;
import org.qingmen.engine.Judgement.Conclusion;
import org.qingmen.engine.Matter;
import org.qingmen.spi.facts.Fact;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.store.StoredJson;

/** What the rules of kind {@code response} say of the figures. */
final class Findings {

  /** Verdicts, the strictest first: it is the one that counts. */
  static final List<String> STRICTEST_FIRST =
      List.of("cannot-be-judged", "not-met", "partly", "met");

  private final Figures figures;
  private final Judgement judgement;

  Findings(Judge judge, Figures figures) {
    this.figures = figures;
    List<Fact> facts = new ArrayList<>();
    facts.add(response());
    traffic(facts);
    judgement =
        judge.judge(
            new Matter(
                PackDescriptor.Kind.RESPONSE,
                figures.enterprise().division(),
                figures.lastDay(),
                facts));
  }

  private Fact response() {
    Map<String, Object> values = new LinkedHashMap<>();
    DayMeans normal = figures.normal();
    DayMeans alert = figures.alert();
    values.put("level", figures.span().level());
    values.put("normalDays", normal.days().size());
    values.put("alertDays", figures.span().wholeDays().size());
    values.put("normalTrips", normal.trips());
    values.put("alertTrips", alert.trips());
    values.put("normalHeavy", normal.heavyTrips());
    values.put("alertHeavy", alert.heavyTrips());
    values.put("alertPassages", figures.movements().size());
    values.put("episodeTrips", figures.movements().stream().filter(m -> m.trip()).count());
    values.put("forbidden", ForbiddenTrips.among(figures.movements()).size());
    values.put("controls", figures.demands().controls().size());
    values.put("machinesToStop", figures.units().toStop().size());
    values.put("change", normal.trips() == 0 ? 0 : alert.trips() / normal.trips() - 1);
    figures
        .demands()
        .cap()
        .ifPresent(
            cap -> {
              values.put("cap", cap);
              values.put("base", normal.heavyTrips());
              values.put("reached", alert.heavyTrips());
            });
    if (figures.offline().known()) {
      values.put("offlineHours", figures.offline().hours());
      values.put("expectedHours", figures.offline().expectedHours());
      values.put("offlineShare", figures.offline().share());
    }
    return new Fact("response", values);
  }

  private void traffic(List<Fact> facts) {
    TreeSet<DayMeans.Kind> kinds = new TreeSet<>(figures.normal().kinds().keySet());
    kinds.addAll(figures.alert().kinds().keySet());
    int days = figures.alert().days().size();
    for (DayMeans.Kind kind : kinds) {
      Map<String, Object> values = new LinkedHashMap<>();
      values.put("stage", kind.stage());
      values.put("fuel", kind.fuel());
      values.put("newEnergy", kind.newEnergy());
      values.put("normal", figures.normal().of(kind));
      values.put("alert", figures.alert().of(kind));
      values.put("fewer", (figures.normal().of(kind) - figures.alert().of(kind)) * days);
      facts.add(new Fact("traffic", values));
    }
  }

  /** The verdict that counts; nothing can be judged when no rule said anything. */
  String verdict() {
    return STRICTEST_FIRST.stream()
        .filter(one -> judgement.all("verdict").stream().anyMatch(c -> one.equals(c.value())))
        .findFirst()
        .orElse(STRICTEST_FIRST.get(0));
  }

  /** Writes verdict, reasons, remarks and the estimate, with the document that proves them. */
  void write(ObjectNode json) {
    json.put("verdict", verdict());
    ArrayNode reasons = json.putArray("reasons");
    judgement.all("verdict").stream()
        .filter(c -> !"met".equals(c.value()) || "met".equals(verdict()))
        .forEach(c -> reasons.add(reason(c)));
    ArrayNode remarks = json.putArray("remarks");
    judgement
        .findings()
        .forEach(
            finding -> {
              ObjectNode remark = remarks.addObject().put("code", finding.code());
              remark.put("severity", finding.severity().code());
              remark.put("zh", finding.message().zh()).put("en", finding.message().en());
            });
    ObjectNode emissions = json.putObject("emissions");
    emissions.put("nox", Rounding.rounded(sum("nox.kg"))).put("pm", Rounding.rounded(sum("pm.kg")));
    json.put("verified", judgement.verified());
    json.set("judgement", StoredJson.read(judgement.document()));
  }

  private static ObjectNode reason(Conclusion conclusion) {
    ObjectNode json = StoredJson.object().put("code", conclusion.code());
    json.put("verdict", String.valueOf(conclusion.value())).put("clause", conclusion.clause());
    return json.put("zh", conclusion.message().zh()).put("en", conclusion.message().en());
  }

  private double sum(String name) {
    return judgement.all(name).stream()
        .mapToDouble(conclusion -> ((Number) conclusion.value()).doubleValue())
        .sum();
  }
}
