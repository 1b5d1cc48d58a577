package org.qingmen.supervision.stages.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import org.qingmen.model.ChinaTime;
import org.qingmen.model.Coded;
import org.qingmen.model.EmissionStage;
import org.qingmen.model.Plate;
import org.qingmen.model.PlateColour;
import org.qingmen.spi.facts.Fact;
import org.qingmen.spi.facts.Parameters;
import org.qingmen.spi.stage.EmissionStageLookup.Evidence;
import org.qingmen.supervision.stages.DisclosureNumber;
import org.qingmen.supervision.stages.StageQuestion;
import org.qingmen.supervision.stages.StageQuestion.Unit;

/** Gathers the facts of one question, in a stable order, as the rules see them. */
final class ChainFacts {

  private final StageQuestion asked;
  private final Parameters parameters;
  private final LocalDate today;
  private final List<Fact> facts = new ArrayList<>();

  ChainFacts(StageQuestion asked, Parameters parameters, LocalDate today) {
    this.asked = asked;
    this.parameters = parameters;
    this.today = today;
  }

  List<Fact> facts() {
    return facts;
  }

  /** The vehicle or machine itself. */
  ChainFacts subject() {
    Map<String, Object> values = new HashMap<>();
    values.put("unit", asked.unit().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    values.put("vin", asked.vin());
    values.put("engine", asked.engine());
    values.put("plate", asked.plate());
    values.put("model", asked.model());
    values.put("fuel", asked.fuel() == null ? null : asked.fuel().code());
    values.put("electricPlate", electricPlate());
    values.put("code", asked.code());
    values.put("codeFits", codeFits());
    values.put("disclosure", asked.disclosure());
    values.put("kilowatts", asked.kilowatts());
    LocalDate registered = asked.registered();
    values.put("registered", registered);
    values.put("registeredAhead", registered != null && registered.isAfter(today) ? true : null);
    values.put("registeredYear", registered == null ? null : registered.getYear());
    int year = registered == null ? today.getYear() : registered.getYear();
    ModelYear.near(asked.vin(), year).ifPresent(model -> values.put("modelYear", model));
    facts.add(new Fact("subject", values));
    return this;
  }

  /** The dated tables that may apply: one, or several when the class is not known. */
  ChainFacts tables() {
    if (asked.registered() == null || asked.fuel() == null) {
      return this;
    }
    TreeSet<String> names = new TreeSet<>();
    for (String vehicleClass : classes()) {
      String name = "table." + vehicleClass + "." + asked.fuel().code();
      if (!parameters.holds(name)) {
        return this;
      }
      names.add(parameters.text(name));
    }
    for (String name : names) {
      facts.add(new Fact("table", Map.of("name", name, "registered", asked.registered())));
    }
    return this;
  }

  /** What the enterprise states itself. */
  ChainFacts statements() {
    if (asked.stated() != null) {
      statement("stage", asked.stated(), asked.stated().code());
    }
    DisclosureNumber.read(asked.disclosure())
        .ifPresent(number -> statement("disclosure", number.stage(), asked.disclosure()));
    if (codeFits()) {
      Coded.of(EmissionStage.class, asked.code().substring(0, 1))
          .ifPresent(stage -> statement("code", stage, asked.code()));
    }
    return this;
  }

  /** An answer of a catalogue. */
  ChainFacts answer(Evidence evidence) {
    LocalDate asOf = evidence.asOf() == null ? today : ChinaTime.day(evidence.asOf());
    return evidence(evidence.kind(), evidence.stage(), evidence.text(), asOf, "");
  }

  /** A piece of evidence; an unknown stage is none. */
  ChainFacts evidence(
      String basis, EmissionStage stage, String text, LocalDate asOf, String rests) {
    if (stage != null && stage != EmissionStage.NONE) {
      Map<String, Object> values = staged(stage, text);
      values.put("basis", basis);
      values.put("asOf", asOf);
      values.put("rests", rests);
      facts.add(new Fact("evidence", values));
    }
    return this;
  }

  /** A type approval of the model. */
  ChainFacts approval(CatalogueEntry entry) {
    Map<String, Object> values = staged(entry.stage(), entry.source());
    values.put("model", entry.key());
    values.put("date", entry.date());
    values.put("asOf", entry.date());
    facts.add(new Fact("catalogue", values));
    return this;
  }

  private void statement(String source, EmissionStage stage, String text) {
    if (stage != EmissionStage.NONE) {
      Map<String, Object> values = staged(stage, text);
      values.put("source", source);
      facts.add(new Fact("statement", values));
    }
  }

  private static Map<String, Object> staged(EmissionStage stage, String text) {
    Map<String, Object> values = new HashMap<>();
    values.put("stage", stage.code());
    values.put("rank", stage.rank());
    values.put("text", text);
    return values;
  }

  private boolean electricPlate() {
    return asked.plate() != null
        && new Plate(asked.plate(), asked.colour() == null ? PlateColour.UNKNOWN : asked.colour())
            .batteryElectricLetter();
  }

  private boolean codeFits() {
    return asked.code() != null
        && asked.unit() != Unit.ROAD
        && asked.code().matches(parameters.text("nrmm.code-pattern"));
  }

  /** Classes the unit may belong to, by type, else by plate colour, else all road classes. */
  private List<String> classes() {
    if (asked.unit() == Unit.MACHINE) {
      boolean large =
          asked.kilowatts() != null && asked.kilowatts() > parameters.number("nrmm.power-limit");
      return List.of(parameters.text(large ? "class.machine-large" : "class.machine"));
    }
    List<String> keys = new ArrayList<>();
    if (asked.type() != null && asked.type().length() >= 2) {
      keys.add(asked.type().substring(0, 2));
      keys.add(asked.type().substring(0, 1));
    }
    if (asked.colour() != null) {
      keys.add(asked.colour().code());
    }
    for (String key : keys) {
      if (parameters.holds("class." + key)) {
        return List.of(parameters.text("class." + key));
      }
    }
    return List.of(parameters.text("class.yellow"), parameters.text("class.blue"));
  }
}
