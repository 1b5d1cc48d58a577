package org.qingmen.supervision.stages.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import org.qingmen.model.ChinaTime;
import org.qingmen.model.Coded;
import org.qingmen.model.EmissionStage;
import org.qingmen.model.Fuel;
import org.qingmen.model.PlateColour;
import org.qingmen.store.Document;
import org.qingmen.store.StoredJson;
import org.qingmen.supervision.stages.StageQuestion;

/**
 * What the registers know of one vehicle or machine; members may be null.
 *
 * @param number VIN or code
 * @param stage its stage, never {@code X}
 * @param rests kind of evidence that its stage rests on; empty when an officer entered it
 * @param asOf day it was written
 */
record KnownUnit(
    String number,
    String vin,
    String plate,
    String engine,
    String type,
    String model,
    PlateColour colour,
    Fuel fuel,
    LocalDate registered,
    EmissionStage stage,
    String rests,
    LocalDate asOf) {

  /** A document of the register of road vehicles. */
  static KnownUnit vehicle(Document document) {
    JsonNode body = StoredJson.body(document);
    String vin = StoredJson.text(body, "vin");
    String number = (vin == null ? document.id() : vin).toUpperCase(Locale.ROOT);
    return read(document, body, new String[] {number, number}, body.path("stageBasis"));
  }

  /** A stage that was kept for a unit. */
  static KnownUnit kept(Document document) {
    JsonNode body = StoredJson.body(document);
    String number = document.id().substring(document.id().indexOf(':') + 1);
    return read(
        document, body, new String[] {number, StoredJson.text(body, "vin")}, body.path("basis"));
  }

  private static KnownUnit read(
      Document document, JsonNode body, String[] numbers, JsonNode basis) {
    String model = StoredJson.text(body, "model");
    EmissionStage stage =
        Coded.of(EmissionStage.class, StoredJson.text(body, "stage")).orElse(EmissionStage.NONE);
    return new KnownUnit(
        numbers[0],
        numbers[1],
        StoredJson.text(body, "plate"),
        StoredJson.text(body, "engine"),
        StoredJson.text(body, "type"),
        model == null ? null : model.toUpperCase(Locale.ROOT),
        Coded.of(PlateColour.class, StoredJson.text(body, "colour")).orElse(null),
        Coded.of(Fuel.class, StoredJson.text(body, "fuel")).orElse(null),
        day(StoredJson.text(body, "registered")),
        stage == EmissionStage.NONE ? null : stage,
        rests(basis.path(0), stage),
        ChinaTime.day(document.at()));
  }

  /** A stage that was changed by hand afterwards rests on who changed it. */
  private static String rests(JsonNode decided, EmissionStage stage) {
    boolean unchanged = stage.code().equals(StoredJson.text(decided, "stage"));
    return unchanged ? decided.path("kind").asText("") : "";
  }

  private static LocalDate day(String text) {
    try {
      return text == null ? null : LocalDate.parse(text);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** The question with what it leaves open filled from the register. */
  StageQuestion complete(StageQuestion asked) {
    return new StageQuestion(
        asked.unit(),
        or(asked.vin(), vin),
        or(asked.engine(), engine),
        or(asked.plate(), plate),
        or(asked.colour(), colour),
        or(asked.type(), type),
        or(asked.model(), model),
        or(asked.fuel(), fuel),
        or(asked.registered(), registered),
        asked.code(),
        asked.machineCode(),
        asked.disclosure(),
        asked.kilowatts(),
        asked.stated());
  }

  private static <T> T or(T asked, T known) {
    return asked == null ? known : asked;
  }
}
