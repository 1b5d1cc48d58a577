package org.qingmen.api.internal.supervision;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.registries.Warnings;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.refusal.Refusal.Fault;
import org.qingmen.store.Document;
import org.qingmen.store.Page;
import org.qingmen.supervision.control.Audience;
import org.qingmen.supervision.control.Deliveries;
import org.qingmen.supervision.control.ListDelta;
import org.qingmen.supervision.control.ViolatorList;
import org.qingmen.supervision.registers.DivisionTree;
import org.qingmen.supervision.registers.RegisterKind;
import org.qingmen.supervision.registers.RegisterKinds;
import org.qingmen.supervision.registers.Registers;

/** {@code /violators}: the violator list. */
@Path("violators")
@Component(service = ApiResource.class)
public final class ViolatorResource extends DistributedList {

  private static final RegisterKind KIND = RegisterKinds.ofKind("violator");

  private final ViolatorList list;
  private final Registers registers;

  @Activate
  public ViolatorResource(
      @Reference ViolatorList list,
      @Reference Registers registers,
      @Reference Deliveries deliveries,
      @Reference Enterprises enterprises,
      @Reference DivisionTree tree) {
    super(Deliveries.Kind.VIOLATORS, deliveries, enterprises, tree);
    this.list = list;
    this.registers = registers;
  }

  @Override
  Optional<Document> find(String id) {
    return list.get(id);
  }

  @Override
  void check(String json) {
    list.check(json);
  }

  @Override
  Document store(String id, String json, String actor) {
    return list.put(id, json, actor);
  }

  @Override
  void warn(ObjectNode json, Document stored, Locale language) {
    List<Fault> warnings = new ArrayList<>();
    warnings.addAll(registers.warnings(KIND, null, (ObjectNode) Json.stored(stored.body())));
    warnings.addAll(list.alike(stored.id(), stored.body()));
    Warnings.write(json.putArray("warnings"), warnings, language);
  }

  @Override
  Page<Document> page(Audience audience, String state, String cursor, int limit) {
    return list.list(audience.division(), cursor, limit);
  }

  @Override
  ListDelta delta(long since, Audience audience, int limit) {
    return list.delta(since, audience.division(), limit);
  }

  /** Takes an entry off the list. */
  @DELETE
  @Path("{id}")
  public Response delete(@PathParam("id") String id, @Context ContainerRequestContext request) {
    writable(id, request);
    list.delete(id, Callers.of(request).source());
    return Response.noContent().build();
  }
}
