package org.qingmen.api.internal.supervision;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Query;
import org.qingmen.model.Coded;
import org.qingmen.security.Principal;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.store.Document;
import org.qingmen.store.Page;
import org.qingmen.supervision.control.Audience;
import org.qingmen.supervision.control.ControlPolicies;
import org.qingmen.supervision.control.Deliveries;
import org.qingmen.supervision.control.InForceView;
import org.qingmen.supervision.control.ListDelta;
import org.qingmen.supervision.control.PolicyState;
import org.qingmen.supervision.registers.DivisionTree;

/** {@code /policies}: control policies from draft to withdrawal. */
@Path("policies")
@Component(service = ApiResource.class)
public final class PolicyResource extends DistributedList {

  private static final int SHOWN = 200;

  private final ControlPolicies policies;
  private final InForceView inForce;

  @Activate
  public PolicyResource(
      @Reference ControlPolicies policies,
      @Reference InForceView inForce,
      @Reference Deliveries deliveries,
      @Reference Enterprises enterprises,
      @Reference DivisionTree tree) {
    super(Deliveries.Kind.POLICIES, deliveries, enterprises, tree);
    this.policies = policies;
    this.inForce = inForce;
  }

  @Override
  Optional<Document> find(String id) {
    return policies.get(id);
  }

  @Override
  void check(String json) {
    policies.check(json);
  }

  @Override
  Document store(String id, String json, String actor) {
    return policies.put(id, json, actor);
  }

  @Override
  Page<Document> page(Audience audience, String state, String cursor, int limit) {
    PolicyState wanted =
        state == null
            ? null
            : Coded.of(PolicyState.class, state).orElseThrow(() -> Query.bad("state", state));
    return policies.list(audience, wanted, cursor, limit);
  }

  @Override
  ListDelta delta(long since, Audience audience, int limit) {
    return policies.delta(since, audience, limit);
  }

  @Override
  boolean hidden(Document policy) {
    return policies.state(policy, Instant.now()) == PolicyState.DRAFT;
  }

  @Override
  void write(ObjectNode json, Document policy) {
    super.write(json, policy);
    json.put("state", policies.state(policy, Instant.now()).code());
  }

  /** Puts a draft into force for its period. */
  @POST
  @Path("{id}/approve")
  public JsonNode approve(@PathParam("id") String id, @Context ContainerRequestContext request) {
    writable(id, request);
    return json(policies.approve(id, Callers.of(request).source()));
  }

  /** Takes a policy back now. */
  @POST
  @Path("{id}/withdraw")
  public JsonNode withdraw(@PathParam("id") String id, @Context ContainerRequestContext request) {
    writable(id, request);
    return json(policies.withdraw(id, Callers.of(request).source()));
  }

  /** Whom a policy would hit, of the enterprises the caller may see. */
  @POST
  @Path("preview")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonNode preview(byte[] body, @Context ContainerRequestContext request)
      throws IOException {
    String policy = Json.readObject(body).toString();
    Principal caller = Callers.of(request);
    List<Enterprise> hit =
        inForce.targets(policy).stream()
            .filter(one -> caller.scope().allows(one.id(), one.division()))
            .toList();
    ObjectNode json = Json.object();
    json.put("count", hit.size());
    ArrayNode items = json.putArray("items");
    hit.stream().limit(SHOWN).forEach(one -> preview(items.addObject(), policy, one));
    return json;
  }

  private void preview(ObjectNode json, String policy, Enterprise enterprise) {
    json.put("id", enterprise.id()).put("name", enterprise.name());
    json.put("division", enterprise.division()).put("declaredGrade", enterprise.declaredGrade());
    json.put("livelihood", enterprise.livelihood());
    inForce.cap(policy, enterprise).ifPresent(cap -> json.set("cap", InForceJson.cap(cap)));
  }

  /** Machines that a policy stops, of the enterprises the caller may see. */
  @GET
  @Path("{id}/machines")
  public JsonNode machines(@PathParam("id") String id, @Context ContainerRequestContext request) {
    Document policy = readable(id, request);
    Principal caller = Callers.of(request);
    ObjectNode json = Json.object();
    ArrayNode items = json.putArray("items");
    inForce.machines(policy).stream()
        .filter(one -> visible(caller, one.enterprise()))
        .forEach(one -> items.add(InForceJson.machine(one)));
    return json;
  }

  private boolean visible(Principal caller, String enterprise) {
    return enterprises()
        .find(enterprise)
        .filter(one -> caller.scope().allows(one.id(), one.division()))
        .isPresent();
  }
}
