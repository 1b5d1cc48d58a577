package org.qingmen.supervision.registers.internal.imports;

import static java.time.format.DateTimeFormatter.ISO_OFFSET_DATE_TIME;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.qingmen.model.WrittenDay;
import org.qingmen.spi.refusal.Refusal.Fault;
import org.qingmen.supervision.registers.internal.Texts;

/** Reads cells into members of an entry. */
final class Cells {

  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  /** Below this every whole number is held exactly. */
  private static final double WHOLE = 1e17;

  /** Members whose letters are always capitals and that have no blanks inside. */
  private static final Set<String> NUMBERS = Set.of("vin", "plate", "plate.number", "creditCode");

  private final Words words;

  Cells(Words words) {
    this.words = words;
  }

  /** Sets a member from a cell that is not blank; what cannot be read becomes a fault. */
  void set(ObjectNode entry, Field field, String cell, List<Fault> faults) {
    JsonNode value = value(field, cell.strip(), faults);
    if (value == null) {
      return;
    }
    ObjectNode at = entry;
    String[] steps = field.path().split("\\.");
    for (int i = 0; i < steps.length - 1; i++) {
      at = at.path(steps[i]) instanceof ObjectNode there ? there : at.putObject(steps[i]);
    }
    at.set(steps[steps.length - 1], value);
  }

  private JsonNode value(Field field, String cell, List<Fault> faults) {
    return switch (field.form()) {
      case NUMBER -> number(field, cell, faults);
      case DAY -> day(field, cell, faults);
      case TIME -> time(field, cell, faults);
      case TEXTS -> parts(cell, false);
      case CODES -> parts(cell, true);
      case TEXT -> NODES.textNode(text(field, cell));
    };
  }

  private String text(Field field, String cell) {
    return NUMBERS.contains(field.path())
        ? cell.toUpperCase(Locale.ROOT).replaceAll("[\\s·•]", "")
        : words.code(field, cell);
  }

  private static JsonNode number(Field field, String cell, List<Fault> faults) {
    try {
      BigDecimal number = new BigDecimal(cell.replace(",", "").replace("，", ""));
      double near = number.doubleValue();
      if (Double.isFinite(near)) {
        boolean whole = number.stripTrailingZeros().scale() <= 0 && Math.abs(near) < WHOLE;
        return whole ? NODES.numberNode(number.longValueExact()) : NODES.numberNode(near);
      }
    } catch (NumberFormatException e) {
      faults.add(Texts.fault("not-a-number", field.pointer(), cell));
      return null;
    }
    faults.add(Texts.fault("number-too-large", field.pointer(), cell));
    return null;
  }

  private static JsonNode day(Field field, String cell, List<Fault> faults) {
    LocalDate day = WrittenDay.read(cell).orElse(null);
    if (day == null) {
      faults.add(Texts.fault("not-a-date", field.pointer(), cell));
    }
    return day == null ? null : NODES.textNode(day.toString());
  }

  /** A time with its zone as it is; a day begins at midnight in China. */
  private static JsonNode time(Field field, String cell, List<Fault> faults) {
    try {
      return NODES.textNode(ISO_OFFSET_DATE_TIME.format(OffsetDateTime.parse(cell)));
    } catch (DateTimeException e) {
      LocalDate day = WrittenDay.read(cell).orElse(null);
      if (day == null) {
        faults.add(Texts.fault("not-a-date", field.pointer(), cell));
        return null;
      }
      return NODES.textNode(day + "T00:00:00" + CHINA.getId());
    }
  }

  private static ArrayNode parts(String cell, boolean codes) {
    ArrayNode parts = NODES.arrayNode();
    Arrays.stream(cell.split("[;；,，、|\\n]"))
        .map(String::strip)
        .filter(part -> !part.isEmpty())
        .forEach(
            part -> {
              if (codes) {
                parts.addObject().put("code", part.toUpperCase(Locale.ROOT));
              } else {
                parts.add(part);
              }
            });
    return parts;
  }
}
