package org.qingmen.demo.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.qingmen.store.Draft;

/** Questions that the province has kept and shares with its cities. */
final class QueryPart {

  private final ObjectMapper json = new ObjectMapper();
  private final Province province;
  private final String actor;

  QueryPart(Province province, String actor) {
    this.province = province;
    this.actor = actor;
  }

  List<Draft> drafts() {
    ObjectNode denied = json.createObjectNode().put("verdict", "deny").put("direction", "in");
    ObjectNode heavy = json.createObjectNode().put("fuel", "diesel").put("tonnesFrom", "30");
    ObjectNode months =
        json.createObjectNode()
            .put("metric", "trips")
            .put("group", "month,stage")
            .put("compare", "previous");
    return List.of(
        draft("denied", "被禁止进厂的车辆", "passages", denied),
        draft("heavy", "三十吨以上的柴油货车", "passages", heavy),
        draft("months", "各月车次（按排放阶段，比上一时段）", "statistics", months));
  }

  private Draft draft(String id, String name, String page, ObjectNode parameters) {
    ObjectNode body = json.createObjectNode();
    body.put("name", name).put("page", page).put("shared", true).put("owner", actor);
    body.set("parameters", parameters);
    String division = province.province().division();
    return new Draft("saved-query", "SQ-demo-" + id, null, division, body.toString());
  }
}
