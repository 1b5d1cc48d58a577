package org.qingmen.api.internal.suspicion;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Languages;
import org.qingmen.api.internal.door.Query;
import org.qingmen.api.internal.queries.Labels;
import org.qingmen.intake.DecisionIds;
import org.qingmen.model.ChinaTime;
import org.qingmen.spi.facts.Control;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.intake.InForce;
import org.qingmen.store.GateHistory;
import org.qingmen.store.PassageQuery;
import org.qingmen.store.PassageStore;
import org.qingmen.store.StoredPassage;
import org.qingmen.store.SuspicionQuery;
import org.qingmen.store.TrafficHours;
import org.qingmen.supervision.suspicion.Suspicions;

/** {@code /portal/today}: one enterprise's day, as its people need it. */
@Path("portal/today")
@Component(service = ApiResource.class)
public final class PortalResource implements ApiResource {

  private static final int RECEIPTS = 20;
  private static final int ITEMS = 20;
  private static final int USUAL_DAYS = 7;
  private static final int MOST_USUAL_DAYS = 28;

  private final Enterprises enterprises;
  private final PassageStore passages;
  private final TrafficHours hours;
  private final GateHistory gates;
  private final Suspicions suspicions;
  private final InForce inForce;
  private final SuspicionJson items;

  @Activate
  public PortalResource(
      @Reference Enterprises enterprises,
      @Reference PassageStore passages,
      @Reference TrafficHours hours,
      @Reference GateHistory gates,
      @Reference Suspicions suspicions,
      @Reference InForce inForce) {
    this.enterprises = enterprises;
    this.passages = passages;
    this.hours = hours;
    this.gates = gates;
    this.suspicions = suspicions;
    this.inForce = inForce;
    this.items = new SuspicionJson(enterprises);
  }

  /** The day. */
  @GET
  public JsonNode today(
      @QueryParam("enterprise") String asked,
      @QueryParam("day") String dayText,
      @QueryParam("usual") String usualText,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers) {
    String id = Callers.narrowed(Callers.of(request), enterprises, asked);
    if (id == null) {
      throw Query.bad("enterprise", "");
    }
    LocalDate given = Query.day("day", dayText);
    LocalDate day = given == null ? LocalDate.now(ChinaTime.ZONE) : given;
    ObjectNode json = Json.object();
    json.put("day", day.toString());
    Enterprise enterprise = enterprises.find(id).orElse(null);
    ObjectNode about = json.putObject("enterprise").put("id", id);
    if (enterprise != null) {
      about.put("name", enterprise.name()).put("declaredGrade", enterprise.declaredGrade());
      about.put("division", enterprise.division());
    }
    GateDayJson figures =
        new GateDayJson(
            day,
            hours.hours(id, day.minusDays(usual(usualText)), day),
            gates.days(id, null, day, day),
            gates.states(id, null),
            usual(usualText));
    figures.write(json);
    receipts(json.putArray("receipts"), id, day, Labels.in(Languages.of(headers)));
    suspicions(json.putObject("suspicions"), id, Languages.of(headers));
    policies(json.putArray("policies"), enterprise);
    return json;
  }

  private static int usual(String text) {
    if (text == null) {
      return USUAL_DAYS;
    }
    if (!text.matches("[0-9]{1,2}")
        || Integer.parseInt(text) < 1
        || Integer.parseInt(text) > MOST_USUAL_DAYS) {
      throw Query.bad("usual", text);
    }
    return Integer.parseInt(text);
  }

  private void receipts(ArrayNode list, String enterprise, LocalDate day, Labels labels) {
    Instant from = ChinaTime.startOf(day);
    Instant to = ChinaTime.endOf(day);
    PassageQuery query =
        new PassageQuery(
            enterprise, null, null, null, from, to, null, null, null, null, null, RECEIPTS);
    for (StoredPassage passage : passages.list(query).items()) {
      ObjectNode one = list.addObject();
      one.put("receipt", passage.receipt()).put("serial", passage.serial());
      one.put("barrier", passage.barrier()).put("direction", passage.direction());
      one.put("time", passage.time().format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
      one.put("received", passage.received().toString());
      one.put("plate", passage.plate()).put("verdict", passage.verdict());
      one.put("decision", DecisionIds.of(passage.position()));
      passage.findings().forEach(one.putArray("findings")::add);
      labels.findings(passage.findings()).forEach(one.putArray("findingTexts")::add);
    }
  }

  private void suspicions(ObjectNode json, String enterprise, Locale locale) {
    ObjectNode counts = json.putObject("counts");
    suspicions.counts(enterprise, null).forEach(counts::put);
    ArrayNode list = json.putArray("items");
    for (String state : List.of("returned", "open")) {
      suspicions
          .list(new SuspicionQuery(enterprise, null, state, null, null, ITEMS))
          .items()
          .forEach(item -> items.write(list.addObject(), item, locale));
    }
  }

  private void policies(ArrayNode list, Enterprise enterprise) {
    if (enterprise == null) {
      return;
    }
    for (Control control : inForce.controls(enterprise, Instant.now())) {
      ObjectNode one = list.addObject();
      one.put("id", control.id()).put("title", control.getTitle()).put("alert", control.alert());
      one.put("stopRoadTransport", control.stopRoadTransport());
      one.put("minimumStageDiesel", control.minimumStageDiesel());
      one.put("minimumStageGas", control.minimumStageGas());
      one.put("minimumStageGasoline", control.minimumStageGasoline());
      one.put("vehicleClasses", control.vehicleClasses());
      control.exemptUsages().forEach(one.putArray("exemptUsages")::add);
    }
  }
}
