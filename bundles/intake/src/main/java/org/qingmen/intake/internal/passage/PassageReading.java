package org.qingmen.intake.internal.passage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.qingmen.engine.NativePassages;
import org.qingmen.intake.SchemaCheck;
import org.qingmen.model.BarrierRaise;
import org.qingmen.model.Coded;
import org.qingmen.model.EmissionStage;
import org.qingmen.model.Fuel;
import org.qingmen.model.GatePassage;
import org.qingmen.model.Usage;
import org.qingmen.spi.intake.PassageAnswer.Fault;
import org.qingmen.spi.refusal.RefusalTexts;

/** Reads a native record: JSON, schema, values, and what could not be mapped. */
final class PassageReading {

  private final ObjectMapper json =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private final SchemaCheck schema = SchemaCheck.of("passage");
  private final RefusalTexts texts;

  PassageReading(RefusalTexts texts) {
    this.texts = texts;
  }

  /**
   * What was read.
   *
   * @param serial serial number if there was one, even when the record is refused
   * @param passage the passage; null when refused
   * @param unit in-plant or machine code it names, may be null
   * @param unmapped codes in no table
   * @param faults why it is refused
   */
  record Read(
      String serial,
      GatePassage passage,
      String unit,
      List<Unmapped> unmapped,
      List<Fault> faults) {

    boolean refused() {
      return passage == null;
    }
  }

  /**
   * A code of the record that is in no table; its raw value is kept and nothing is guessed.
   *
   * @param field JSON pointer of the member
   * @param value the code as sent
   */
  record Unmapped(String field, String value) {}

  Read read(byte[] bytes) {
    JsonNode record;
    try {
      record = json.readTree(bytes);
    } catch (JsonProcessingException e) {
      return refused(null, List.of(new Fault("json", "", texts.text("not-json", where(e)))));
    } catch (IOException e) {
      return refused(null, List.of(new Fault("json", "", texts.text("not-json", e.getMessage()))));
    }
    return read(record);
  }

  private Read read(JsonNode record) {
    String serial = record.path("serial").isTextual() ? record.path("serial").textValue() : null;
    List<Fault> faults = schema.faults(record);
    if (!faults.isEmpty()) {
      return refused(serial, faults);
    }
    try {
      GatePassage passage = NativePassages.read(record);
      return new Read(
          serial, passage, record.path("unit").textValue(), unmapped(record), List.of());
    } catch (IllegalArgumentException | DateTimeException e) {
      // The schema cannot know that 2026-02-30 is no day.
      Fault fault = new Fault("value", "", texts.text("bad-value", e.getMessage()));
      return refused(serial, List.of(fault));
    }
  }

  /** Codes of a record that are in no table. */
  static List<Unmapped> unmapped(JsonNode record) {
    List<Unmapped> found = new ArrayList<>();
    note(found, Fuel.class, record.at("/vehicle/fuel"), "/vehicle/fuel");
    note(found, EmissionStage.class, record.at("/vehicle/stage"), "/vehicle/stage");
    note(found, Usage.class, record.at("/vehicle/usage"), "/vehicle/usage");
    note(found, BarrierRaise.class, record.at("/barrierRaised"), "/barrierRaised");
    record
        .path("unmapped")
        .properties()
        .forEach(code -> found.add(new Unmapped(code.getKey(), code.getValue().asText())));
    return found;
  }

  /** Codes of the table of a member, which is one of those that {@link #unmapped} looks at. */
  static List<String> known(String field) {
    Coded[] table =
        switch (field) {
          case "/vehicle/fuel" -> Fuel.values();
          case "/vehicle/stage" -> EmissionStage.values();
          case "/vehicle/usage" -> Usage.values();
          default -> BarrierRaise.values();
        };
    return Arrays.stream(table).map(Coded::code).toList();
  }

  private static <T extends Enum<T> & Coded> void note(
      List<Unmapped> found, Class<T> type, JsonNode code, String pointer) {
    if (code.isTextual() && Coded.of(type, code.textValue()).isEmpty()) {
      found.add(new Unmapped(pointer, code.textValue()));
    }
  }

  private static Read refused(String serial, List<Fault> faults) {
    return new Read(serial, null, null, List.of(), faults);
  }

  private static String where(JsonProcessingException e) {
    return e.getOriginalMessage()
        + (e.getLocation() == null
            ? ""
            : " (" + e.getLocation().getLineNr() + ":" + e.getLocation().getColumnNr() + ")");
  }
}
