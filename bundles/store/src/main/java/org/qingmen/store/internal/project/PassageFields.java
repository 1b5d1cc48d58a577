package org.qingmen.store.internal.project;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import org.qingmen.model.Coded;
import org.qingmen.model.EmissionStage;
import org.qingmen.model.Fuel;
import org.qingmen.model.GatePassage;
import org.qingmen.model.Plate;
import org.qingmen.model.PlateColour;
import org.qingmen.model.Usage;
import org.qingmen.model.Vehicle;

/** The queried fields of a passage, codes already numbers, texts cut to their columns. */
record PassageFields(
    String receipt,
    String contentHash,
    String enterprise,
    String serial,
    String barrier,
    long passed,
    int zone,
    int direction,
    String plate,
    int colour,
    String vin,
    String stage,
    int fuel,
    boolean newEnergy,
    int usage,
    String vehicleType,
    String trailer,
    String cargo,
    Long grams,
    int verdict,
    List<String> findings,
    boolean offline,
    boolean pictured,
    String division,
    String corrects) {

  private static final int PLATE = 30;
  private static final int VIN = 32;
  static final int GRAMS_PER_TONNE = 1_000_000;

  static PassageFields of(PassageDocument document) throws IOException {
    JsonNode record = document.record();
    JsonNode vehicle = record.path("vehicle");
    Plate plate = plate(record.path("plate"));
    Fuel fuel = code(Fuel.class, vehicle.path("fuel"), Fuel.UNKNOWN);
    OffsetDateTime time = OffsetDateTime.parse(need(record, "time"));
    return new PassageFields(
        document.receipt(),
        document.contentHash(),
        need(record, "enterprise"),
        need(record, "serial"),
        need(record, "barrier"),
        time.toInstant().toEpochMilli(),
        Days.zone(time),
        number(Codes.DIRECTION, need(record, "direction")),
        plate.number(),
        Codes.COLOUR.number(plate.colour()),
        cut(text(vehicle, "vin"), VIN),
        code(EmissionStage.class, vehicle.path("stage"), EmissionStage.NONE).code(),
        Codes.FUEL.number(fuel),
        newEnergy(fuel, plate),
        Codes.USAGE.number(code(Usage.class, vehicle.path("usage"), Usage.FREIGHT)),
        text(vehicle, "type"),
        text(vehicle, "trailer"),
        text(record.path("cargo"), "name"),
        grams(record.path("cargo").path("tonnes")),
        number(Codes.VERDICT, document.verdict()),
        document.findings(),
        record.path("offline").asBoolean(false),
        !record.path("images").isEmpty(),
        document.division(),
        document.corrects());
  }

  /** Tonnes as grams: whole numbers, so that sums do not depend on their order. */
  static Long grams(JsonNode tonnes) {
    if (!tonnes.isNumber()) {
      return null;
    }
    BigDecimal grams = tonnes.decimalValue().multiply(BigDecimal.valueOf(GRAMS_PER_TONNE));
    return grams.setScale(0, RoundingMode.HALF_UP).longValueExact();
  }

  static String need(JsonNode node, String name) throws IOException {
    String text = text(node, name);
    if (text == null) {
      throw new IOException("the record lacks " + name);
    }
    return text;
  }

  static String text(JsonNode node, String name) {
    JsonNode value = node.path(name);
    return value.isTextual() && !value.textValue().isBlank() ? value.textValue() : null;
  }

  /** The domain's own rule, asked of the domain. */
  private static boolean newEnergy(Fuel fuel, Plate plate) {
    Vehicle vehicle =
        new Vehicle(null, null, null, null, null, fuel, null, null, null, null, null, null);
    return new GatePassage(
            "-",
            "-",
            null,
            "-",
            null,
            org.qingmen.model.Direction.IN,
            OffsetDateTime.MIN,
            plate,
            vehicle,
            null,
            null,
            null,
            null,
            false,
            null)
        .newEnergy();
  }

  private static Plate plate(JsonNode node) {
    String number = cut(text(node, "number"), PLATE);
    return new Plate(number, code(PlateColour.class, node.path("colour"), PlateColour.UNKNOWN));
  }

  private static <E extends Enum<E> & Coded> E code(Class<E> type, JsonNode node, E otherwise) {
    return Coded.of(type, node.asText(null)).orElse(otherwise);
  }

  private static int number(Codes table, String code) throws IOException {
    int number = table.number(code);
    if (number < 0) {
      throw new IOException(table.name().toLowerCase(Locale.ROOT) + " has no code " + code);
    }
    return number;
  }

  private static String cut(String text, int longest) {
    return text == null || text.length() <= longest ? text : text.substring(0, longest);
  }
}
