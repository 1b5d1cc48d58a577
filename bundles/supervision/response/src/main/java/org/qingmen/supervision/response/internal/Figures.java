package org.qingmen.supervision.response.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.store.EnterpriseDays.DayTraffic;
import org.qingmen.store.EnterpriseDays.Movement;

/**
 * Everything that an evaluation rests on.
 *
 * @param span the alert
 * @param enterprise the enterprise
 * @param days the normal days, and how they were chosen
 * @param normal traffic of the normal days that count
 * @param alert traffic of the whole days of the alert, or of the touched ones when none is whole
 * @param traffic traffic of every day from the first normal to the last of the alert
 * @param movements passages during the alert
 * @param demands what was in force
 * @param offline offline hours
 * @param units in-plant vehicles and machines
 */
record Figures(
    EpisodeSpan span,
    Enterprise enterprise,
    NormalDays days,
    DayMeans normal,
    DayMeans alert,
    List<DayTraffic> traffic,
    List<Movement> movements,
    Demands demands,
    OfflineHours offline,
    Units units) {

  LocalDate lastDay() {
    List<LocalDate> touched = span.touchedDays();
    return touched.get(touched.size() - 1);
  }

  /** Writes what was counted; what the rules say of it is written beside. */
  void write(ObjectNode json) {
    json.put("episode", span.id()).put("episodeTitle", span.title());
    json.put("level", span.level()).put("response", span.response());
    json.put("from", EpisodeSpan.local(span.from()));
    json.put("to", EpisodeSpan.local(span.to()));
    json.put("final", span.over());
    json.put("enterprise", enterprise.id()).put("name", enterprise.name());
    json.put("division", enterprise.division()).put("declaredGrade", enterprise.declaredGrade());
    texts(json.putArray("industries"), enterprise.industries());
    ObjectNode normalJson = means(json.putObject("normal"), normal);
    normalJson.put("mode", days.mode());
    normalJson.put("seed", days.seed() == null ? null : String.valueOf(days.seed()));
    texts(normalJson.putArray("candidates"), days.candidates());
    means(json.putObject("alert"), alert).put("wholeDays", !span.wholeDays().isEmpty());
    json.put("reduction", share(normal.trips(), alert.trips()));
    json.put("heavyReduction", share(normal.heavyTrips(), alert.heavyTrips()));
    kinds(json.putArray("byStage"));
    daily(json.putArray("days"));
    json.set("controls", demands.json());
    demands.cap().ifPresent(cap -> json.put("cap", cap));
    json.set("offline", offline.json());
    json.set("units", units.json(demands.machineStage()));
  }

  private static ObjectNode means(ObjectNode json, DayMeans means) {
    texts(json.putArray("days"), means.days());
    json.put("trips", Rounding.rounded(means.trips()));
    return json.put("heavyTrips", Rounding.rounded(means.heavyTrips()));
  }

  private static Double share(double before, double now) {
    return before == 0 ? null : Rounding.rounded((before - now) / before);
  }

  private void kinds(ArrayNode json) {
    TreeSet<DayMeans.Kind> kinds = new TreeSet<>(normal.kinds().keySet());
    kinds.addAll(alert.kinds().keySet());
    for (DayMeans.Kind kind : kinds) {
      ObjectNode one = json.addObject().put("stage", kind.stage()).put("fuel", kind.fuel());
      one.put("newEnergy", kind.newEnergy());
      one.put("normal", Rounding.rounded(normal.of(kind)));
      one.put("alert", Rounding.rounded(alert.of(kind)));
    }
  }

  private void daily(ArrayNode json) {
    List<LocalDate> touched = span.touchedDays();
    TreeSet<LocalDate> all = new TreeSet<>(normal.days());
    all.addAll(touched);
    for (LocalDate day : all) {
      DayMeans one = DayMeans.of(List.of(day), traffic);
      String kind =
          alert.days().contains(day) ? "alert" : touched.contains(day) ? "touched" : "normal";
      json.addObject()
          .put("day", day.toString())
          .put("kind", kind)
          .put("trips", Math.round(one.trips()))
          .put("heavyTrips", Math.round(one.heavyTrips()));
    }
  }

  private static void texts(ArrayNode array, List<?> values) {
    values.forEach(value -> array.add(value.toString()));
  }
}
