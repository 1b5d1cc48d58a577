package org.qingmen.supervision.registers.internal.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.qingmen.model.Coded;
import org.qingmen.model.EmissionStage;
import org.qingmen.model.Fuel;
import org.qingmen.model.Plate;
import org.qingmen.model.PlateColour;
import org.qingmen.model.Vin;
import org.qingmen.spi.refusal.Refusal.Fault;
import org.qingmen.supervision.registers.internal.Json;
import org.qingmen.supervision.registers.internal.Texts;

/** What looks wrong with an entry by itself; each is a warning and never refuses it. */
public final class EntryChecks {

  private EntryChecks() {}

  /** Warnings about the members an entry has, whatever its register. */
  public static List<Fault> of(ObjectNode entry, boolean machine) {
    List<Fault> warnings = new ArrayList<>();
    if (!machine) {
      // The product identification number of a machine follows another standard.
      vin(warnings, Json.text(entry, "vin"));
    }
    if (entry.path("plate").isObject()) {
      plate(warnings, "/plate", entry.at("/plate/number"), entry.at("/plate/colour"), machine);
    } else {
      plate(warnings, "", entry.path("plate"), entry.path("colour"), machine);
    }
    creditCode(warnings, Json.text(entry, "creditCode"));
    coded(warnings, entry.path("stage"), EmissionStage.class, "stage");
    coded(warnings, entry.path("minimumStage"), EmissionStage.class, "minimumStage");
    coded(warnings, entry.path("fuel"), Fuel.class, "fuel");
    period(warnings, entry, "from", "to");
    period(warnings, entry, "validFrom", "validUntil");
    period(warnings, entry, "signedOn", "validTo");
    period(warnings, entry, "inspectedOn", "validTo");
    return warnings;
  }

  private static void vin(List<Fault> warnings, String text) {
    if (text == null) {
      return;
    }
    Vin vin = new Vin(text);
    if (!vin.wellFormed()) {
      warnings.add(Texts.fault("vin-form", "/vin", text));
    } else if (vin.checkDigitBinding() && !vin.checkDigitRight()) {
      warnings.add(Texts.fault("vin-check-digit", "/vin", text));
    }
  }

  private static void plate(
      List<Fault> warnings, String at, JsonNode number, JsonNode colour, boolean machine) {
    if (!number.isTextual() || machine) {
      return;
    }
    PlateColour known = Coded.of(PlateColour.class, colour.asText()).orElse(PlateColour.UNKNOWN);
    Plate plate = new Plate(number.asText(), known);
    if (!plate.wellFormed()) {
      String pointer = at.isEmpty() ? "/plate" : at + "/number";
      warnings.add(Texts.fault("plate-form", pointer, number.asText()));
    } else if (!plate.colourFits()) {
      warnings.add(Texts.fault("plate-colour", at + "/colour", number.asText(), colour.asText()));
    }
  }

  private static void creditCode(List<Fault> warnings, String code) {
    if (code == null) {
      return;
    }
    if (!CreditCode.wellFormed(code)) {
      warnings.add(Texts.fault("credit-code-form", "/creditCode", code));
    } else if (!CreditCode.checkRight(code)) {
      warnings.add(Texts.fault("credit-code-check", "/creditCode", code));
    }
  }

  private static <E extends Enum<E> & Coded> void coded(
      List<Fault> warnings, JsonNode value, Class<E> type, String member) {
    if (value.isTextual() && Coded.of(type, value.textValue()).isEmpty()) {
      warnings.add(Texts.fault("unknown-code", "/" + member, value.textValue()));
    }
  }

  /** Days and times begin alike, so their texts compare as they do. */
  private static void period(List<Fault> warnings, ObjectNode entry, String from, String to) {
    String begin = Json.text(entry, from);
    String end = Json.text(entry, to);
    if (begin != null && end != null && end.compareTo(begin) < 0) {
      warnings.add(Texts.fault("period", "/" + to, begin, end));
    }
  }
}
