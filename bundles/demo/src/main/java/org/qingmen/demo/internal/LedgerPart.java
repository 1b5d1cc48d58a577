package org.qingmen.demo.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.qingmen.intake.LedgerIntake;

/** Rail ledgers, daily materials and some weigh tickets of one day. */
final class LedgerPart {

  private static final int TRAINS = 3;
  private static final int EVERY_TICKET = 25;

  private final ObjectMapper json = new ObjectMapper();
  private final LedgerIntake ledgers;
  private final String source;

  LedgerPart(LedgerIntake ledgers, String source) {
    this.ledgers = ledgers;
    this.source = source;
  }

  /** Hands in what an enterprise with a siding writes down. */
  void load(Province.Works works, String code, LocalDate day, long seed) {
    if (works.rail() == 0) {
      return;
    }
    Random random = new Random(seed ^ day.toEpochDay() ^ code.hashCode());
    List<JsonNode> trains = new ArrayList<>();
    double sum = 0;
    for (int i = 1; i <= TRAINS; i++) {
      double tonnes = Math.round(works.rail() / TRAINS * (0.9 + random.nextInt(20) / 100.0));
      sum += tonnes;
      ObjectNode row = row(code).put("serial", "ZX-" + day + "-" + i);
      row.put("material", works.railMaterial()).put("mode", "rail").put("direction", "in");
      row.put("tonnes", tonnes);
      row.put("time", Times.text(day.atTime(4 + i * 5, 20).atOffset(Calendar.ZONE)));
      trains.add(row);
    }
    ledgers.submit("dedicated-line", trains, source, null, "");
    ObjectNode stock = row(code).put("date", day.toString()).put("material", works.railMaterial());
    double opening = works.rail() * 5;
    stock.put("unit", "t").put("opening", opening).put("in", sum).put("consumed", sum);
    ledgers.submit("materials", List.of(stock.put("closing", opening)), source, null, "");
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
