package org.qingmen.demo.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.qingmen.supervision.control.ControlPolicies;
import org.qingmen.supervision.control.Episodes;
import org.qingmen.supervision.control.PolicyState;
import org.qingmen.supervision.control.ViolatorList;

/** One orange episode, a city's policy for it, and a short violator list. */
final class SupervisionPart {

  static final String EPISODE = "demo-orange";
  static final String POLICY = "demo-shichuan";

  private final ObjectMapper json = new ObjectMapper();
  private final Province province;
  private final Calendar calendar;
  private final String actor;

  SupervisionPart(Province province, Calendar calendar, String actor) {
    this.province = province;
    this.calendar = calendar;
    this.actor = actor;
  }

  void episode(Episodes episodes) {
    if (episodes.get(EPISODE).isPresent()) {
      return;
    }
    ObjectNode body = json.createObjectNode();
    body.put("level", "orange").putArray("divisions").add(province.province().division());
    body.put("from", Times.text(calendar.alertBegins()));
    body.put("to", Times.text(calendar.alertEnds()));
    body.put("title", "重污染天气橙色预警（演示）").put("source", province.province().name());
    episodes.put(EPISODE, body.toString(), actor);
  }

  void policy(ControlPolicies policies) {
    String city = province.cities().get(1).division();
    if (policies.get(POLICY).isEmpty()) {
      ObjectNode body = json.createObjectNode();
      body.put("title", "石川市橙色预警期间重型货车管控（演示）");
      body.putObject("target").putArray("divisions").add(city);
      body.put("from", Times.text(calendar.first().atStartOfDay().atOffset(Calendar.ZONE)));
      body.put("alert", "orange");
      ObjectNode control = body.putObject("control");
      control.putObject("minimumStage").put("diesel", "5").put("gas", "5");
      control.put("vehicleClasses", "heavy").put("unknownStage", "deny");
      control.putArray("exemptUsages").add("special").add("dangerous-goods");
      policies.put(POLICY, body.toString(), actor);
    }
    boolean draft =
        policies
            .get(POLICY)
            .filter(p -> policies.state(p, java.time.Instant.now()) == PolicyState.DRAFT)
            .isPresent();
    if (draft) {
      policies.approve(POLICY, actor);
    }
  }

  void violators(ViolatorList list, List<List<Truck>> trucks) {
    for (int works = 0; works < trucks.size(); works += 2) {
      String id = "demo-" + works;
      Truck truck = trucks.get(works).get(Visits.LISTED);
      if (list.get(id).isEmpty()) {
        ObjectNode body = json.createObjectNode();
        body.putObject("plate").put("number", truck.plate()).put("colour", truck.colour());
        body.put("reason", works % 4 == 0 ? "路检尾气排放超标" : "遥感监测两次超标");
        body.put("source", "青岚省机动车排污监控中心（演示）");
        body.put("division", province.province().division());
        body.put("from", Times.text(calendar.listed()));
        list.put(id, body.toString(), actor);
      }
    }
  }
}
