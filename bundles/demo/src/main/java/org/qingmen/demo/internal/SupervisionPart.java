package org.qingmen.demo.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.OffsetDateTime;
import java.util.List;
import org.qingmen.supervision.control.ControlPolicies;
import org.qingmen.supervision.control.Deliveries;
import org.qingmen.supervision.control.Episodes;
import org.qingmen.supervision.control.PolicyState;
import org.qingmen.supervision.control.ViolatorList;

/** One orange episode, policies, a short violator list, and what three gates hold of all this. */
final class SupervisionPart {

  static final String EPISODE = "demo-orange";
  static final String POLICY = "demo-shichuan";
  static final String CAP = "demo-cap";
  static final String MACHINES = "demo-machines";

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
    approve(policies, POLICY);
  }

  /** From today: one works keeps under a cap, with one haulier on its allow-list. */
  void cap(ControlPolicies policies, String enterprise, Truck spared) {
    if (policies.get(CAP).isEmpty()) {
      ObjectNode body = json.createObjectNode();
      body.put("title", "一企一策：重型货车进车数控制在正常日的八成以内（演示）");
      body.putObject("target").putArray("enterprises").add(enterprise);
      body.put("from", Times.text(today()));
      ObjectNode control = body.putObject("control");
      control.putObject("cap").put("share", 0.8);
      control.putArray("exemptUsages").add("dangerous-goods");
      control.putArray("exemptPlates").add(spared.plate());
      body.putObject("plan").put("text", "重点时段错峰运输，原燃料改由铁路运入；白名单车辆为民生供热用煤专车。");
      policies.put(CAP, body.toString(), actor);
    }
    approve(policies, CAP);
  }

  /** From today: a city stops old machines. */
  void machines(ControlPolicies policies) {
    if (policies.get(MACHINES).isEmpty()) {
      ObjectNode body = json.createObjectNode();
      body.put("title", "临河市停止使用国二及以下非道路移动机械（演示）");
      body.putObject("target").putArray("divisions").add(province.cities().get(2).division());
      body.put("from", Times.text(today()));
      body.putObject("control").put("nrmmMinimumStage", "3");
      policies.put(MACHINES, body.toString(), actor);
    }
    approve(policies, MACHINES);
  }

  /** Two gates hold everything, a third has stayed behind. */
  void acknowledgements(Deliveries deliveries, List<String> enterprises) {
    for (int i = 0; i < 3; i++) {
      for (Deliveries.Kind list : Deliveries.Kind.values()) {
        long version = i == 2 ? 1 : deliveries.version(list);
        deliveries.acknowledge(list, "demo-gate-" + (i + 1), enterprises.get(i), version);
      }
    }
  }

  private OffsetDateTime today() {
    return calendar.first().plusDays(Calendar.DAYS).atStartOfDay().atOffset(Calendar.ZONE);
  }

  /** Somebody else than the author approves. */
  private void approve(ControlPolicies policies, String id) {
    boolean draft =
        policies
            .get(id)
            .filter(p -> policies.state(p, java.time.Instant.now()) == PolicyState.DRAFT)
            .isPresent();
    if (draft) {
      policies.approve(id, actor + "-approver");
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
