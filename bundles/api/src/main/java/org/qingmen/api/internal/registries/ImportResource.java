package org.qingmen.api.internal.registries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Languages;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.api.internal.door.Query;
import org.qingmen.intake.SchemaCheck;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.supervision.registers.Imports;
import org.qingmen.supervision.registers.Imports.Preview;
import org.qingmen.supervision.registers.Imports.Row;
import org.qingmen.supervision.registers.RegisterKind;

/** {@code /imports}: registers from CSV and XLSX, previewed before anything is stored. */
@Path("imports")
@Component(service = ApiResource.class)
public final class ImportResource implements ApiResource {

  private final Imports imports;
  private final Enterprises enterprises;
  private final SchemaCheck columns = SchemaCheck.of("import-columns");
  private final SchemaCheck confirmation = SchemaCheck.of("import-confirmation");

  @Activate
  public ImportResource(@Reference Imports imports, @Reference Enterprises enterprises) {
    this.imports = imports;
    this.enterprises = enterprises;
  }

  /** Registers that the caller may import. */
  @GET
  @Path("kinds")
  public JsonNode kinds(@Context ContainerRequestContext request, @Context HttpHeaders headers) {
    Importer who = new Importer(Callers.of(request));
    ObjectNode answer = Json.object();
    var items = answer.putArray("items");
    imports.kinds().stream()
        .filter(who::may)
        .forEach(kind -> items.add(ImportJson.kind(kind, Languages.of(headers))));
    return answer;
  }

  /** Takes a file and previews it. */
  @POST
  @Consumes(MediaType.WILDCARD)
  public Response open(
      @QueryParam("kind") String kind,
      @QueryParam("enterprise") String enterprise,
      @QueryParam("name") String name,
      byte[] content,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers)
      throws IOException {
    Importer who = new Importer(Callers.of(request));
    RegisterKind register = kind(kind);
    if (!who.may(register)) {
      throw Problems.refusal(Kind.FORBIDDEN, "role", String.join(", ", register.write()));
    }
    String owner = null;
    if (register.scope() == RegisterKind.Scope.ENTERPRISE) {
      owner = Callers.narrowed(who.caller(), enterprises, enterprise);
    }
    Preview preview = imports.open(who, register, owner, name, content);
    return Response.status(Response.Status.CREATED)
        .entity(ImportJson.summary(preview, Languages.of(headers)))
        .build();
  }

  /** An import of the caller's. */
  @GET
  @Path("{id}")
  public JsonNode one(
      @PathParam("id") String id,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers)
      throws IOException {
    Importer who = new Importer(Callers.of(request));
    return ImportJson.summary(imports.get(who, id), Languages.of(headers));
  }

  /** Its rows, all or those of one state. */
  @GET
  @Path("{id}/rows")
  public JsonNode rows(
      @PathParam("id") String id,
      @QueryParam("state") String state,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers)
      throws IOException {
    int after = cursor == null || !cursor.matches("[0-9]{1,9}") ? 0 : Integer.parseInt(cursor);
    int most = Query.limit(limit);
    List<Row> wanted =
        imports.get(new Importer(Callers.of(request)), id).rows().stream()
            .filter(row -> state == null || ImportJson.code(row.state()).equals(state))
            .filter(row -> row.number() > after)
            .limit(most + 1L)
            .toList();
    ObjectNode answer = Json.object();
    var items = answer.putArray("items");
    wanted.stream()
        .limit(most)
        .forEach(row -> ImportJson.row(items.addObject(), row, Languages.of(headers)));
    boolean more = wanted.size() > most;
    return answer.put("next", more ? String.valueOf(wanted.get(most - 1).number()) : null);
  }

  /** Says which column is which member. */
  @PUT
  @Path("{id}/columns")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonNode assign(
      @PathParam("id") String id,
      byte[] body,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers)
      throws IOException {
    ObjectNode said = Json.readObject(body);
    Documents.check(columns, said);
    List<String> members = new ArrayList<>();
    said.path("columns").forEach(c -> members.add(c.isNull() ? null : c.asText()));
    Importer who = new Importer(Callers.of(request));
    return ImportJson.summary(imports.assign(who, id, members), Languages.of(headers));
  }

  /** Stores all rows that are new or changed, or those chosen. */
  @POST
  @Path("{id}/confirm")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonNode confirm(
      @PathParam("id") String id,
      byte[] body,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers)
      throws IOException {
    ObjectNode said = body.length == 0 ? Json.object() : Json.readObject(body);
    Documents.check(confirmation, said);
    Set<Integer> rows = said.hasNonNull("rows") ? new HashSet<>() : null;
    said.path("rows").forEach(row -> rows.add(row.asInt()));
    Importer who = new Importer(Callers.of(request));
    boolean whole = said.path("allOrNothing").asBoolean();
    return ImportJson.summary(imports.confirm(who, id, rows, whole), Languages.of(headers));
  }

  private static RegisterKind kind(String path) {
    if (path == null) {
      throw Query.bad("kind", "");
    }
    return EntryDesk.kind(path);
  }
}
