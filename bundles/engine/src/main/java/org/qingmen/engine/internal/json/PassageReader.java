package org.qingmen.engine.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.TreeMap;
import org.qingmen.model.BarrierRaise;
import org.qingmen.model.Coded;
import org.qingmen.model.Direction;
import org.qingmen.model.EmissionStage;
import org.qingmen.model.Fuel;
import org.qingmen.model.GatePassage;
import org.qingmen.model.Plate;
import org.qingmen.model.PlateColour;
import org.qingmen.model.Usage;
import org.qingmen.model.Vehicle;
import org.qingmen.model.Vin;

/** Reads native records. Codes that are not in a table become null, nothing is guessed. */
public final class PassageReader {

  private PassageReader() {}

  /**
   * The passage a native record describes.
   *
   * @throws IllegalArgumentException when a value is not acceptable to the model
   * @throws java.time.DateTimeException when a time or date is none
   */
  public static GatePassage read(JsonNode json) {
    JsonNode plate = json.path("plate");
    JsonNode cargo = json.path("cargo");
    return new GatePassage(
        text(json, "enterprise"),
        text(json, "serial"),
        text(json, "entrance"),
        text(json, "barrier"),
        text(json, "lane"),
        code(Direction.class, json, "direction"),
        json.hasNonNull("time") ? OffsetDateTime.parse(text(json, "time")) : null,
        new Plate(text(plate, "number"), code(PlateColour.class, plate, "colour")),
        vehicle(json.path("vehicle")),
        text(cargo, "name"),
        number(cargo, "tonnes"),
        code(BarrierRaise.class, json, "barrierRaised"),
        images(json.path("images")),
        json.path("offline").asBoolean(false),
        text(json, "check"));
  }

  private static Vehicle vehicle(JsonNode json) {
    String vin = text(json, "vin");
    String registered = text(json, "registered");
    return new Vehicle(
        text(json, "type"),
        text(json, "trailer"),
        vin == null ? null : new Vin(vin),
        text(json, "engine"),
        registered == null ? null : LocalDate.parse(registered),
        code(Fuel.class, json, "fuel"),
        code(EmissionStage.class, json, "stage"),
        text(json, "model"),
        text(json, "fleet"),
        code(Usage.class, json, "usage"),
        number(json, "ratedTonnes"),
        json.hasNonNull("obdConnected") ? json.get("obdConnected").asBoolean() : null,
        text(json, "disclosure"));
  }

  private static Map<String, String> images(JsonNode json) {
    Map<String, String> images = new TreeMap<>();
    json.properties()
        .forEach(image -> images.put(image.getKey(), text(image.getValue(), "sha256")));
    images.values().removeIf(java.util.Objects::isNull);
    return images;
  }

  private static <E extends Enum<E> & Coded> E code(Class<E> type, JsonNode json, String name) {
    return Coded.of(type, text(json, name)).orElse(null);
  }

  private static String text(JsonNode json, String name) {
    return json.hasNonNull(name) ? json.get(name).asText() : null;
  }

  private static Double number(JsonNode json, String name) {
    return json.hasNonNull(name) ? json.get(name).asDouble() : null;
  }
}
