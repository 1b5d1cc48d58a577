package org.qingmen.api.internal.supervision;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.registries.Documents;
import org.qingmen.spi.facts.Control;
import org.qingmen.supervision.control.Baselines.Baseline;
import org.qingmen.supervision.control.InForceView.Cap;
import org.qingmen.supervision.control.InForceView.Item;
import org.qingmen.supervision.control.InForceView.SetAside;
import org.qingmen.supervision.control.InForceView.StoppedMachine;
import org.qingmen.supervision.control.InForceView.View;

/** What is in force as JSON, in the reader's language. */
final class InForceJson {

  private final Locale language;

  InForceJson(Locale language) {
    this.language = language;
  }

  ObjectNode view(View view) {
    ObjectNode json = Json.object();
    json.put("enterprise", view.enterprise().id()).put("name", view.enterprise().name());
    json.put("declaredGrade", view.enterprise().declaredGrade());
    json.put("livelihood", view.enterprise().livelihood());
    json.put("at", view.at().toString());
    json.set("episode", view.episode() == null ? null : Documents.json(view.episode()));
    ArrayNode items = json.putArray("items");
    view.items().forEach(item -> items.add(item(item)));
    ArrayNode aside = json.putArray("setAside");
    view.setAside().forEach(one -> aside.add(setAside(one)));
    ArrayNode machines = json.putArray("machines");
    view.machines().forEach(machine -> machines.add(machine(machine)));
    return json;
  }

  private ObjectNode setAside(SetAside one) {
    ObjectNode json = item(one.item());
    json.put("by", one.by()).put("code", one.code()).put("why", one.why().in(language));
    return json;
  }

  private ObjectNode item(Item item) {
    ObjectNode json = Json.object();
    json.put("id", item.id()).put("kind", item.kind()).put("title", item.title().in(language));
    json.put("tier", item.tier()).put("production", item.production());
    json.put("clause", item.clause()).put("source", item.source());
    json.put("verified", item.verified());
    json.set("control", item.control() == null ? null : control(item.control()));
    json.set("cap", item.cap() == null ? null : cap(item.cap()));
    if (item.document() != null) {
      json.set("policy", Documents.json(item.document()));
    }
    return json;
  }

  private static ObjectNode control(Control control) {
    ObjectNode json = Json.object();
    json.put("alert", control.alert()).put("stopRoadTransport", control.stopRoadTransport());
    stage(json, "minimumStageDiesel", control.minimumStageDiesel());
    stage(json, "minimumStageGas", control.minimumStageGas());
    stage(json, "minimumStageGasoline", control.minimumStageGasoline());
    stage(json, "nrmmMinimumStage", control.nrmmMinimumStage());
    json.put("vehicleClasses", control.vehicleClasses());
    json.put("unknownStage", control.unknownStage());
    control.exemptUsages().forEach(json.putArray("exemptUsages")::add);
    control.exemptPlates().forEach(json.putArray("exemptPlates")::add);
    return json;
  }

  private static void stage(ObjectNode json, String name, int rank) {
    json.put(name, rank < 0 ? null : rank > 6 ? "D" : String.valueOf(rank));
  }

  static ObjectNode cap(Cap cap) {
    ObjectNode json = Json.object();
    json.put("share", cap.share());
    json.put("vehicles", cap.vehicles() < 0 ? null : Integer.valueOf(cap.vehicles()));
    json.set("baseline", baseline(cap.baseline()));
    return json;
  }

  static ObjectNode baseline(Baseline baseline) {
    ObjectNode json = Json.object();
    boolean some = !baseline.days().isEmpty();
    json.put("trips", some ? Double.valueOf(baseline.trips()) : null);
    json.put("heavyTrips", some ? Double.valueOf(baseline.heavyTrips()) : null);
    ArrayNode days = json.putArray("days");
    baseline.days().forEach(day -> days.add(day.toString()));
    return json;
  }

  static ObjectNode machine(StoppedMachine one) {
    ObjectNode json = Json.object();
    json.put("enterprise", one.enterprise()).put("code", one.machine().code());
    json.put("stage", one.machine().stage());
    json.put("registrationCode", one.machine().registrationCode());
    json.put("machineCode", one.machine().machineCode());
    json.put("by", one.by());
    return json;
  }
}
