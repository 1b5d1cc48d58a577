package org.qingmen.demo.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.qingmen.intake.LedgerIntake;

/** Rail ledgers, daily materials and some weigh tickets of one day. */
final class LedgerPart {

  private static final int TRAINS = 3;
  private static final int EVERY_TICKET = 25;
  private static final double LOST = 80;

  private final ObjectMapper json = new ObjectMapper();
  private final LedgerIntake ledgers;
  private final String source;

  LedgerPart(LedgerIntake ledgers, String source) {
    this.ledgers = ledgers;
    this.source = source;
  }

  /**
   * Hands in what an enterprise writes down of a day: its trains, and opening, received, consumed
   * and closing stock of each material. Two of the enterprises do not keep their books well.
   *
   * @param passages what its gates reported of the day
   */
  void load(
      Province.Works works, String code, LocalDate day, long seed, List<Visits.Reported> passages) {
    Random random = new Random(seed ^ day.toEpochDay() ^ code.hashCode());
    Map<String, Double> received = new TreeMap<>();
    List<JsonNode> trains = trains(works, code, day, random, received);
    if (!trains.isEmpty()) {
      ledgers.submit("dedicated-line", trains, source, null, "");
    }
    for (Visits.Reported reported : passages) {
      JsonNode passage = reported.passage();
      if ("in".equals(passage.path("direction").asText()) && passage.hasNonNull("cargo")) {
        received.merge(
            passage.at("/cargo/name").asText(),
            passage.at("/cargo/tonnes").asDouble(),
            Double::sum);
      }
    }
    List<JsonNode> stock = new ArrayList<>();
    received.forEach((material, tonnes) -> stock.add(stock(works, code, day, material, tonnes)));
    boolean forgotten = "D".equals(works.grade()) && day.getDayOfMonth() % 4 == 0;
    if (!stock.isEmpty() && !forgotten) {
      ledgers.submit("materials", stock, source, null, "");
    }
  }

  private List<JsonNode> trains(
      Province.Works works, String code, LocalDate day, Random random, Map<String, Double> sums) {
    List<JsonNode> trains = new ArrayList<>();
    for (int i = 1; i <= TRAINS && works.rail() > 0; i++) {
      double tonnes = Math.round(works.rail() / TRAINS * (0.9 + random.nextInt(20) / 100.0));
      sums.merge(works.railMaterial(), tonnes, Double::sum);
      ObjectNode row = row(code).put("serial", "ZX-" + day + "-" + i);
      row.put("material", works.railMaterial()).put("mode", "rail").put("direction", "in");
      row.put("tonnes", tonnes);
      row.put("time", Times.text(day.atTime(4 + i * 5, 20).atOffset(Calendar.ZONE)));
      trains.add(row);
    }
    return trains;
  }

  private JsonNode stock(
      Province.Works works, String code, LocalDate day, String material, double tonnes) {
    double received = Math.round(tonnes * 10) / 10.0;
    double opening = works.visits() * 50 + works.rail() * 5;
    boolean lost = "C".equals(works.grade()) && day.getDayOfMonth() % 5 == 0;
    double consumed = lost ? Math.max(0, received - LOST) : received;
    ObjectNode row = row(code).put("date", day.toString()).put("material", material);
    row.put("unit", "t").put("opening", opening).put("in", received);
    return row.put("consumed", consumed).put("closing", opening);
  }

  /** Hands in a weigh ticket for some of the loads that a day's passages brought. */
  void weigh(List<Visits.Reported> passages) {
    List<JsonNode> tickets = new ArrayList<>();
    for (int i = 0; i < passages.size(); i += EVERY_TICKET) {
      JsonNode passage = passages.get(i).passage();
      JsonNode tonnes = passage.path("cargo").path("tonnes");
      if (tonnes.isNumber() && passage.at("/plate/number").isTextual()) {
        tickets.add(ticket(passages.get(i), tonnes.asDouble()));
      }
    }
    if (!tickets.isEmpty()) {
      ledgers.submit("weigh-ticket", tickets, source, null, "");
    }
  }

  private JsonNode ticket(Visits.Reported reported, double net) {
    JsonNode passage = reported.passage();
    ObjectNode row = row(passage.path("enterprise").asText());
    row.put("serial", "BD-" + passage.path("serial").asText());
    row.put("time", Times.text(reported.time().minusMinutes(2)));
    row.put("gross", Math.round((net + 15.4) * 100) / 100.0).put("tare", 15.4).put("net", net);
    row.put("unit", "t").put("stable", true).put("barrier", passage.path("barrier").asText());
    row.put("plate", passage.at("/plate/number").asText());
    return row.put("material", passage.at("/cargo/name").asText());
  }

  private ObjectNode row(String code) {
    return json.createObjectNode().put("enterprise", code);
  }
}
