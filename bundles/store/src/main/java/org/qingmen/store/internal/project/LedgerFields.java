package org.qingmen.store.internal.project;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.qingmen.spi.facts.MassGroup;

/**
 * The queried fields of a ledger row.
 *
 * @param ledger number of the ledger
 * @param mode number of the mode of transport, -1 where nothing is summed
 */
public record LedgerFields(
    int ledger,
    String enterprise,
    String serial,
    int day,
    int mode,
    String material,
    int direction,
    long grams) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** The mass a stored row moved by a clean mode; empty where it moved none. */
  public static Optional<MassGroup> mass(String body) {
    try {
      LedgerFields f = of(JSON.readTree(body));
      return f.mode < 0
          ? Optional.empty()
          : Optional.of(
              new MassGroup(
                  Codes.MODE.code(f.mode),
                  f.material,
                  Codes.DIRECTION.code(f.direction),
                  f.grams / (double) PassageFields.GRAMS_PER_TONNE));
    } catch (IOException e) {
      throw new IllegalStateException("a stored ledger row cannot be read: " + body, e);
    }
  }

  static LedgerFields of(JsonNode body) throws IOException {
    int ledger = Codes.LEDGER.number(PassageFields.need(body, "ledger"));
    if (ledger < 0) {
      throw new IOException("no ledger is called " + body.path("ledger").asText());
    }
    String enterprise = PassageFields.need(body, "enterprise");
    LocalDate day = day(body);
    String serial = PassageFields.text(body, "serial");
    if (serial == null) {
      serial = day + "/" + PassageFields.need(body, "material");
    }
    int mode = Codes.MODE.number(body.path("mode").asText(""));
    Long grams = PassageFields.grams(body.path("tonnes"));
    boolean summed = ledger == 0 && mode >= 0 && grams != null;
    return new LedgerFields(
        ledger,
        enterprise,
        serial,
        Days.of(day),
        summed ? mode : -1,
        PassageFields.text(body, "material"),
        Math.max(0, Codes.DIRECTION.number(body.path("direction").asText("in"))),
        summed ? grams : 0);
  }

  private static LocalDate day(JsonNode body) throws IOException {
    String date = PassageFields.text(body, "date");
    return date != null
        ? LocalDate.parse(date)
        : OffsetDateTime.parse(PassageFields.need(body, "time")).toLocalDate();
  }
}
