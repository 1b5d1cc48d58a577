package org.qingmen.demo.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.qingmen.store.Draft;
import org.qingmen.supervision.registers.DivisionTree;
import org.qingmen.supervision.registers.PaperFiles;

/** What an enterprise has on file: cameras, fleets, contracts, guarantees, certificates, grades. */
final class PaperPart {

  private static final int CERTIFICATES = 6;

  private final ObjectMapper json = new ObjectMapper();
  private final Province province;
  private final LocalDate today;
  private final List<Draft> drafts = new ArrayList<>();

  PaperPart(Province province, LocalDate today) {
    this.province = province;
    this.today = today;
  }

  /** Names of the invented divisions. */
  void divisions(DivisionTree tree, String actor) {
    String source = "演示数据，并非国家标准中的区划";
    Province.Place whole = province.province();
    tree.put(whole.division(), whole.name(), source, actor);
    province.cities().forEach(city -> tree.put(city.division(), city.name(), source, actor));
  }

  /** Entries of all enterprises, in the order they are to be stored. */
  List<Draft> entries(PaperFiles files, List<List<Truck>> trucks, String actor) throws IOException {
    for (int i = 0; i < province.works().size(); i++) {
      Province.Works works = province.works().get(i);
      String code = RegistryPart.code(province, i);
      String scan = "demo-scan-%02d".formatted(i + 1);
      byte[] paper = Scan.of(works.name()).getBytes(StandardCharsets.US_ASCII);
      files.put(scan, code, works.division(), "演示扫描件.pdf", paper, actor);
      gates(works, code);
      partners(works, code, scan, i);
      papers(works, code, scan, trucks.get(i));
      dated(works, code);
    }
    twin(trucks.get(0).get(0));
    return drafts;
  }

  private void gates(Province.Works works, String code) {
    add(works, code, "entrance", "A", body("name", "1号门", "purpose", "both"));
    for (String barrier : List.of("A01", "A02")) {
      ObjectNode head = body("name", barrier + " 车头", "barrier", barrier, "position", "head");
      add(works, code, "camera", barrier + "-1", head.put("entrance", "A").put("maker", "演示厂商"));
      ObjectNode tail = body("name", barrier + " 车尾", "barrier", barrier, "position", "tail");
      add(works, code, "camera", barrier + "-2", tail.put("entrance", "A").put("maker", "演示厂商"));
    }
  }

  private void partners(Province.Works works, String code, String scan, int number) {
    String fleet = province.fleets().get(number % province.fleets().size());
    add(works, code, "contact", "1", body("name", "演示联系人", "duty", "environment"));
    add(works, code, "fleet", "F01", body("name", fleet, "from", "2025-01-01"));
    ObjectNode guarantee = body("party", fleet, "partyKind", "haulier", "signedOn", "2025-12-20");
    guarantee.put("minimumStage", "5").put("validTo", "2027-12-31");
    guarantee.putArray("files").add(scan);
    add(works, code, "guarantee", "DB-01", guarantee);
    ObjectNode contract = body("kind", "transport", "party", fleet, "from", "2026-01-01");
    contract.put("to", "2027-12-31").put("minimumStage", "4").put("mode", "road");
    contract.put("vehicleClauses", "承运车辆应为国四及以上排放阶段。");
    add(works, code, "contract", "YS-2026-01", contract.deepCopy());
    // Amended once, so that there is a history to look at.
    contract.put("minimumStage", "5").put("vehicleClauses", "承运车辆应为国五及以上排放阶段或新能源。");
    contract.putArray("files").add(scan);
    add(works, code, "contract", "YS-2026-01", contract);
  }

  private void papers(Province.Works works, String code, String scan, List<Truck> trucks) {
    String material = works.in().get(0);
    ObjectNode purchase = body("kind", "purchase", "party", "演示矿业有限公司", "material", material);
    purchase.put("quantity", 200_000).put("unit", "t").put("from", "2026-01-01");
    purchase.put("to", "2027-12-31").put("mode", works.rail() > 0 ? "rail" : "road");
    add(works, code, "contract", "CG-2026-01", purchase);
    for (Truck truck : trucks.subList(0, Math.min(CERTIFICATES, trucks.size()))) {
      LocalDate inspected = today.minusDays(60 + Math.floorMod(truck.vin().hashCode(), 200));
      ObjectNode certificate = body("plate", truck.plate(), "colour", truck.colour());
      certificate.put("vin", truck.vin()).put("inspectedOn", inspected.toString());
      certificate.put("validTo", inspected.plusYears(1).toString()).put("result", "passed");
      certificate.put("station", "演示机动车检验站").putArray("files").add(scan);
      add(works, code, "certificate", "NJ-" + truck.vin(), certificate);
    }
    if (works.rail() == 0 && works.visits() > 100) {
      ObjectNode spur = body("name", "演示铁路专用线", "progress", "已批复，尚未开工");
      spur.put("plannedDate", today.plusMonths(18).toString()).put("ratio", 0.8);
      spur.put("validFrom", today.minusMonths(3).toString());
      add(
          works,
          code,
          "spur-plan",
          "ZX-01",
          spur.put("validUntil", today.plusMonths(18).toString()));
    }
  }

  private void dated(Province.Works works, String code) {
    if (works.grade() != null) {
      ObjectNode grade = body("grade", works.grade(), "from", "2026-01-01");
      grade.put("document", "青环函〔2026〕示例").put("decidedBy", "青岚省生态环境厅（演示）");
      add(works, code, "declared-grade", "2026-01-01", grade);
    }
    ObjectNode list = body("from", "2026-01-01", "reportedBy", "演示联系人");
    add(works, code, "emergency-list", "2026-01-01", list.put("dailyVehicles", works.visits()));
  }

  /** The same truck entered a second time with a slip in its VIN: a duplicate to be found. */
  private void twin(Truck truck) {
    ObjectNode body = body("vin", CheckDigits.spoilt(truck.vin()), "plate", truck.plate());
    body.put("colour", truck.colour()).put("stage", truck.stage()).put("fuel", truck.fuel());
    drafts.add(new Draft("vehicle", body.path("vin").asText(), null, null, body.toString()));
  }

  private void add(Province.Works works, String code, String kind, String number, ObjectNode body) {
    body.put("enterprise", code);
    if (!body.has("from") || !kind.equals("declared-grade") && !kind.equals("emergency-list")) {
      body.put("number", number);
    }
    drafts.add(new Draft(kind, code + "/" + number, code, works.division(), body.toString()));
  }

  private ObjectNode body(String... members) {
    ObjectNode body = json.createObjectNode();
    for (int i = 0; i < members.length; i += 2) {
      body.put(members[i], members[i + 1]);
    }
    return body;
  }
}
