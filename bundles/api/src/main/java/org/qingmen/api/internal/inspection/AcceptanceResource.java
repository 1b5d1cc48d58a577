package org.qingmen.api.internal.inspection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.api.internal.door.Query;
import org.qingmen.api.internal.registries.Documents;
import org.qingmen.intake.SchemaCheck;
import org.qingmen.security.Principal;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.store.Document;
import org.qingmen.supervision.inspection.Acceptances;

/** {@code /acceptances}: acceptances of gate systems. */
@Path("acceptances")
@Component(service = ApiResource.class)
public final class AcceptanceResource implements ApiResource {

  private final Acceptances acceptances;
  private final Enterprises enterprises;
  private final SchemaCheck begin = SchemaCheck.of("acceptance-begin");
  private final SchemaCheck answer = SchemaCheck.of("acceptance-answer");

  @Activate
  public AcceptanceResource(
      @Reference Acceptances acceptances, @Reference Enterprises enterprises) {
    this.acceptances = acceptances;
    this.enterprises = enterprises;
  }

  /** Acceptances within the scope. */
  @GET
  public JsonNode list(@Context ContainerRequestContext request, @Context UriInfo uri) {
    Principal caller = Callers.of(request);
    var query = uri.getQueryParameters();
    return Json.page(
        acceptances.list(
            Callers.narrowed(caller, enterprises, query.getFirst("enterprise")),
            caller.scope().divisionPrefix(),
            query.getFirst("cursor"),
            Query.limit(query.getFirst("limit"))),
        (json, document) -> json.setAll(told(document)));
  }

  /** Begins one. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public Response begin(byte[] body, @Context ContainerRequestContext request) throws IOException {
    ObjectNode asked = Json.readObject(body);
    Documents.check(begin, asked);
    String enterprise = asked.get("enterprise").asText();
    Callers.require(Callers.of(request), enterprises, enterprise);
    Document begun = acceptances.begin(enterprise, Callers.of(request).source());
    return Response.status(Response.Status.CREATED).entity(told(begun)).build();
  }

  /** One acceptance. */
  @GET
  @Path("{id}")
  public JsonNode one(@PathParam("id") String id, @Context ContainerRequestContext request) {
    return told(found(id, request));
  }

  /** Measures again. */
  @POST
  @Path("{id}/measure")
  public JsonNode measure(@PathParam("id") String id, @Context ContainerRequestContext request) {
    found(id, request);
    return told(acceptances.measure(id, Callers.of(request).source()));
  }

  /** Answers an item. */
  @PUT
  @Path("{id}/items/{item}")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonNode answer(
      @PathParam("id") String id,
      @PathParam("item") String item,
      byte[] body,
      @Context ContainerRequestContext request)
      throws IOException {
    found(id, request);
    ObjectNode said = Json.readObject(body);
    Documents.check(answer, said);
    return told(acceptances.answer(id, item, said.toString(), Callers.of(request).source()));
  }

  /** Decides. */
  @POST
  @Path("{id}/decide")
  public JsonNode decide(@PathParam("id") String id, @Context ContainerRequestContext request) {
    found(id, request);
    return told(acceptances.decide(id, Callers.of(request).source()));
  }

  private Document found(String id, ContainerRequestContext request) {
    Document document =
        acceptances.get(id).orElseThrow(() -> Problems.refusal(Kind.NOT_FOUND, "not-found", id));
    Callers.require(Callers.of(request), enterprises, document.enterprise(), id);
    return document;
  }

  private static ObjectNode told(Document document) {
    return Documents.json(document).without("proof");
  }
}
