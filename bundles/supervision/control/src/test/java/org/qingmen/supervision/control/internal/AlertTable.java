package org.qingmen.supervision.control.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.qingmen.model.EmissionStage;
import org.qingmen.model.Fuel;
import org.qingmen.model.Usage;
import org.qingmen.spi.facts.Enterprise;

/**
 * The table of alert measures (domain handbook), row by row and by hand: an oracle that shares no
 * code with the product's rules. A row is what one grade of one industry must do at one level.
 */
final class AlertTable {

  static final Map<String, String> DIVISIONS =
      Map.of("yellow", "110000", "orange", "120000", "red", "130000");

  /** What the transport column says. */
  enum Transport {
    /** none forced */
    FREE,
    /** 停止使用国四及以下重型载货车辆（含燃气）进行运输 */
    NO_HEAVY_UP_TO_IV,
    /** 停止公路运输 */
    NO_ROAD_TRANSPORT
  }

  /**
   * A row.
   *
   * @param confirmed whether the table's status is confirmed
   * @param production begin of what the production column says; empty for a dash
   */
  record Row(
      String industry,
      String grade,
      String level,
      Transport transport,
      boolean confirmed,
      List<String> production,
      boolean livelihood) {

    Enterprise enterprise() {
      return new Enterprise(
          "E-1", "示例", DIVISIONS.get(level), List.of(industry), grade, livelihood);
    }

    /** What the gate must answer. Passenger cars are no freight and outside of every row. */
    String verdict(String type, Usage usage, Fuel fuel, EmissionStage stage) {
      if (usage == Usage.PASSENGER || transport == Transport.FREE) {
        return "allow";
      }
      if (transport == Transport.NO_ROAD_TRANSPORT) {
        return "deny";
      }
      boolean heavyTruck = List.of("Q11", "H11", "Z51").contains(type);
      boolean upToFour =
          fuel != Fuel.ELECTRIC && !List.of(EmissionStage.V, EmissionStage.VI).contains(stage);
      // Heavy trucks of unknown stage are denied by default (contract).
      return heavyTruck && upToFour ? "deny" : "allow";
    }
  }

  private AlertTable() {}

  static List<Row> rows() {
    List<Row> rows = new ArrayList<>();
    for (boolean livelihood : new boolean[] {false, true}) {
      // I15 cement clinker, confirmed.
      every(rows, "I15", "A", Transport.FREE, true, livelihood, null, null, null);
      every(rows, "I15", "B", Transport.NO_HEAVY_UP_TO_IV, true, livelihood, null, "限产20", "停产");
      every(rows, "I15", "C", Transport.NO_HEAVY_UP_TO_IV, true, livelihood, "停产50", "停产", "停产");
      every(rows, "I15", "D", Transport.NO_ROAD_TRANSPORT, true, livelihood, "停产", "停产", "停产");
      // 340号 general pattern, recalled.
      for (String industry : List.of("I01", "I04", "I17", "I30")) {
        for (String grade : List.of("A", "LEADING")) {
          every(rows, industry, grade, Transport.FREE, false, livelihood, null, null, null);
        }
        for (String grade : List.of("B", "B-", "C")) {
          every(
              rows,
              industry,
              grade,
              Transport.NO_HEAVY_UP_TO_IV,
              false,
              livelihood,
              null,
              null,
              null);
        }
        for (String grade : List.of("D", "NON-LEADING")) {
          every(
              rows,
              industry,
              grade,
              Transport.NO_ROAD_TRANSPORT,
              false,
              livelihood,
              null,
              null,
              null);
        }
      }
    }
    return rows;
  }

  private static void every(
      List<Row> rows,
      String industry,
      String grade,
      Transport transport,
      boolean confirmed,
      boolean livelihood,
      String yellow,
      String orange,
      String red) {
    rows.add(row(industry, grade, "yellow", transport, confirmed, yellow, livelihood));
    rows.add(row(industry, grade, "orange", transport, confirmed, orange, livelihood));
    rows.add(row(industry, grade, "red", transport, confirmed, red, livelihood));
  }

  private static Row row(
      String industry,
      String grade,
      String level,
      Transport transport,
      boolean confirmed,
      String production,
      boolean livelihood) {
    List<String> demanded =
        production == null
            ? List.of()
            : List.of(production.substring(0, Math.min(4, production.length())));
    return new Row(industry, grade, level, transport, confirmed, demanded, livelihood);
  }
}
