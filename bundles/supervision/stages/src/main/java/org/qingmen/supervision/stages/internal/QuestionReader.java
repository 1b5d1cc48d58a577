package org.qingmen.supervision.stages.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.qingmen.model.Coded;
import org.qingmen.model.EmissionStage;
import org.qingmen.model.Fuel;
import org.qingmen.model.PlateColour;
import org.qingmen.model.WrittenDay;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.spi.refusal.Refusal.Fault;
import org.qingmen.supervision.stages.StageQuestion;
import org.qingmen.supervision.stages.StageQuestion.Unit;

/** Reads one question from named values and gathers what is wrong with it. */
final class QuestionReader {

  /** Longest texts, by member; as in the national ledger tables. */
  private static final Map<String, Integer> LONGEST =
      Map.of(
          "vin", 32,
          "engine", 32,
          "plate", 30,
          "type", 20,
          "model", 60,
          "code", 32,
          "machineCode", 64,
          "disclosure", 64);

  private final Map<String, String> values;
  private final List<Fault> faults = new ArrayList<>();

  QuestionReader(Map<String, String> values) {
    this.values = values;
  }

  List<Fault> faults() {
    return faults;
  }

  /** The question, as far as it can be read. */
  StageQuestion read() {
    StageQuestion question =
        new StageQuestion(
            unit(),
            upper("vin"),
            upper("engine"),
            upper("plate"),
            coded("colour", PlateColour.class),
            upper("type"),
            upper("model"),
            coded("fuel", Fuel.class),
            day(),
            upper("code"),
            upper("machineCode"),
            upper("disclosure"),
            kilowatts(),
            coded("stage", EmissionStage.class));
    if (faults.isEmpty() && values.values().stream().allMatch(String::isBlank)) {
      faults.add(Texts.fault("stage-nothing-asked", ""));
    }
    return question;
  }

  /**
   * The question.
   *
   * @throws Refusal when anything is wrong
   */
  StageQuestion demand() {
    StageQuestion question = read();
    if (!faults.isEmpty()) {
      throw Texts.refusal(Refusal.Kind.INVALID, "bad-stage-question").withFaults(faults);
    }
    return question;
  }

  private String value(String name) {
    String value = values.get(name);
    return value == null || value.isBlank() ? null : Columns.code(name, value.strip());
  }

  private String upper(String name) {
    String value = value(name);
    if (value != null && value.length() > LONGEST.get(name)) {
      faults.add(Texts.fault("stage-too-long", "/" + name, LONGEST.get(name)));
      return null;
    }
    return value == null ? null : value.toUpperCase(Locale.ROOT);
  }

  private Unit unit() {
    String value = value("unit");
    if (value == null) {
      return Unit.ROAD;
    }
    return switch (value) {
      case "road" -> Unit.ROAD;
      case "in-plant" -> Unit.IN_PLANT;
      case "machine" -> Unit.MACHINE;
      default -> {
        faults.add(Texts.fault("stage-no-such-code", "/unit", value));
        yield Unit.ROAD;
      }
    };
  }

  private <E extends Enum<E> & Coded> E coded(String name, Class<E> type) {
    String value = value(name);
    if (value == null) {
      return null;
    }
    return Coded.of(type, value)
        .orElseGet(
            () -> {
              faults.add(Texts.fault("stage-no-such-code", "/" + name, value));
              return null;
            });
  }

  private LocalDate day() {
    String value = value("registered");
    if (value == null) {
      return null;
    }
    Optional<LocalDate> day = WrittenDay.read(value);
    if (day.isEmpty()) {
      faults.add(Texts.fault("stage-no-such-day", "/registered", value));
    }
    return day.orElse(null);
  }

  private Double kilowatts() {
    String value = value("kilowatts");
    if (value == null) {
      return null;
    }
    if (!value.matches("[0-9]{1,6}(\\.[0-9]{1,3})?")) {
      faults.add(Texts.fault("stage-no-number", "/kilowatts", value));
      return null;
    }
    return Double.valueOf(value);
  }
}
