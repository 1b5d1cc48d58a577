package org.qingmen.demo.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.qingmen.store.Draft;
import org.qingmen.store.Registry;

/** Registers enterprises, barriers, in-plant vehicles, machines and some road vehicles. */
final class RegistryPart {

  private static final int KNOWN_TRUCKS = 12;

  private final ObjectMapper json = new ObjectMapper();
  private final Province province;

  RegistryPart(Province province) {
    this.province = province;
  }

  /** Discharge-unit code of an enterprise. */
  static String code(Province province, int works) {
    String division = province.works().get(works).division();
    return CheckDigits.creditCode(division, 1000 + works * 37) + "001P";
  }

  void load(Registry registry, String actor, List<List<Truck>> trucks) {
    List<Draft> drafts = new ArrayList<>();
    for (int i = 0; i < province.works().size(); i++) {
      Province.Works works = province.works().get(i);
      String code = code(province, i);
      drafts.add(new Draft("enterprise", code, code, works.division(), enterprise(works, code, i)));
      barrier(drafts, works, code, "A01", "in");
      barrier(drafts, works, code, "A02", "out");
      units(drafts, works, code);
      contracts(drafts, works, code);
      vehicles(drafts, trucks.get(i));
    }
    registry.putAll(drafts, actor);
  }

  private String enterprise(Province.Works works, String code, int number) {
    ObjectNode body = json.createObjectNode();
    body.put("id", code).put("name", works.name()).put("creditCode", code.substring(0, 18));
    body.put("division", works.division());
    ArrayNode industries = body.putArray("industries");
    works
        .industries()
        .forEach(i -> industries.addObject().put("code", i).put("branch", works.branch()));
    body.put("declaredGrade", works.grade()).put("dailyVehicles", works.visits());
    body.putArray("contacts").addObject().put("name", "演示联系人").put("role", "环保专员");
    ObjectNode location = body.putObject("location");
    location.put("longitude", 113.2 + number * 0.11).put("latitude", 36.4 + number % 5 * 0.17);
    location.put("address", "青岚省（虚构地址）" + works.name());
    return body.toString();
  }

  private void barrier(
      List<Draft> drafts, Province.Works works, String code, String number, String direction) {
    ObjectNode body = json.createObjectNode();
    body.put("number", number).put("entrance", "A").put("direction", direction);
    body.put("name", direction.equals("in") ? "1号门进口道闸" : "1号门出口道闸");
    drafts.add(draft("barrier", code, number, works, body));
  }

  private void units(List<Draft> drafts, Province.Works works, String code) {
    int number = 1;
    for (Map.Entry<String, Integer> group : new TreeMap<>(works.inPlant()).entrySet()) {
      for (int i = 0; i < group.getValue(); i++) {
        String name = "CN%03d".formatted(number++);
        ObjectNode body = unit(group.getKey(), "厂内自卸车").put("number", name);
        drafts.add(draft("in-plant-vehicle", code, name, works, body));
      }
    }
    for (Map.Entry<String, Integer> group : new TreeMap<>(works.machines()).entrySet()) {
      for (int i = 0; i < group.getValue(); i++) {
        String name = "%s-QL%04d".formatted(group.getKey(), number++);
        ObjectNode body = unit(group.getKey(), i % 2 == 0 ? "装载机" : "挖掘机");
        body.put("registrationCode", name);
        drafts.add(draft("machine", code, name, works, body));
      }
    }
  }

  private ObjectNode unit(String stage, String type) {
    ObjectNode body = json.createObjectNode();
    body.put("stage", stage).put("fuel", stage.equals("D") ? "electric" : "diesel");
    LocalDate since = LocalDate.of(stage.equals("D") || stage.equals("6") ? 2023 : 2018, 5, 1);
    return body.put("type", type).put("registered", since.toString());
  }

  /** Everything that comes in has a contract, except the last material of a C-grade enterprise. */
  private void contracts(List<Draft> drafts, Province.Works works, String code) {
    List<String> materials = new ArrayList<>(works.in());
    if (works.rail() > 0 && !materials.contains(works.railMaterial())) {
      materials.add(works.railMaterial());
    }
    int covered = "C".equals(works.grade()) ? materials.size() - 1 : materials.size();
    for (int i = 0; i < covered; i++) {
      ObjectNode body = json.createObjectNode().put("kind", "purchase");
      String number = "HT-%03d".formatted(i + 1);
      body.put("number", number).put("party", "青岚" + materials.get(i) + "供应有限公司（演示）");
      body.put("material", materials.get(i)).put("quantity", 2_000_000).put("unit", "t");
      body.put("from", "2020-01-01").put("vehicleClauses", "运输车辆应达到国五及以上排放标准");
      drafts.add(draft("contract", code, number, works, body));
    }
  }

  private void vehicles(List<Draft> drafts, List<Truck> trucks) {
    for (Truck truck : trucks.subList(0, Math.min(KNOWN_TRUCKS, trucks.size()))) {
      ObjectNode body = json.createObjectNode();
      body.put("vin", truck.vin()).put("plate", truck.plate()).put("colour", truck.colour());
      body.put("engine", truck.engine()).put("stage", truck.stage()).put("fuel", truck.fuel());
      body.put("type", truck.type()).put("model", truck.model()).put("fleet", truck.fleet());
      body.put("registered", truck.registered().toString());
      drafts.add(new Draft("vehicle", truck.vin(), null, null, body.toString()));
    }
  }

  private static Draft draft(
      String kind, String code, String number, Province.Works works, ObjectNode body) {
    return new Draft(kind, code + "/" + number, code, works.division(), body.toString());
  }
}
