package org.qingmen.api.internal.registries;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.api.internal.door.Query;
import org.qingmen.security.Principal;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.store.Document;
import org.qingmen.supervision.registers.PaperFiles;

/** {@code /files}: scans and pictures of papers; each belongs to an enterprise. */
@Path("files")
@Component(service = ApiResource.class)
public final class FileResource implements ApiResource {

  private final PaperFiles files;
  private final Enterprises enterprises;

  @Activate
  public FileResource(@Reference PaperFiles files, @Reference Enterprises enterprises) {
    this.files = files;
    this.enterprises = enterprises;
  }

  /** What is known of the files of an enterprise. */
  @GET
  public JsonNode list(
      @QueryParam("enterprise") String enterprise,
      @QueryParam("cursor") String cursor,
      @QueryParam("limit") String limit,
      @Context ContainerRequestContext request) {
    String owner = owner(Callers.of(request), enterprise);
    return Json.page(files.list(owner, cursor, Query.limit(limit)), Documents::write);
  }

  /** Stores a file under an id of the server's. */
  @POST
  @Consumes(MediaType.WILDCARD)
  public Response create(
      @QueryParam("enterprise") String enterprise,
      @QueryParam("name") String name,
      byte[] content,
      @Context ContainerRequestContext request)
      throws IOException {
    return Response.status(Response.Status.CREATED)
        .entity(store(null, enterprise, name, content, Callers.of(request)))
        .build();
  }

  /** Stores a file, or a new version of it, under an id of the sender's. */
  @PUT
  @Path("{id}")
  @Consumes(MediaType.WILDCARD)
  public JsonNode put(
      @PathParam("id") String id,
      @QueryParam("enterprise") String enterprise,
      @QueryParam("name") String name,
      byte[] content,
      @Context ContainerRequestContext request)
      throws IOException {
    Principal caller = Callers.of(request);
    String owner = enterprise;
    if (files.get(id).isPresent()) {
      Document present = own(caller, id);
      owner = enterprise == null ? present.enterprise() : enterprise;
      if (!present.enterprise().equals(owner)) {
        throw Problems.refusal(Kind.INVALID, "id-mismatch", present.enterprise(), owner);
      }
    }
    return store(id, owner, name, content, caller);
  }

  /** A file. */
  @GET
  @Path("{id}")
  public Response get(@PathParam("id") String id, @Context ContainerRequestContext request)
      throws IOException {
    Document file = own(Callers.of(request), id);
    byte[] content =
        files.content(file).orElseThrow(() -> Problems.refusal(Kind.NOT_FOUND, "not-found", id));
    JsonNode about = Json.stored(file.body());
    String name = about.path("name").asText(id);
    return Response.ok(content)
        .type(about.path("type").asText())
        .header("X-Content-Type-Options", "nosniff")
        .header("Content-Disposition", "inline; filename*=UTF-8''" + encoded(name))
        .build();
  }

  private JsonNode store(
      String id, String enterprise, String name, byte[] content, Principal caller)
      throws IOException {
    String owner = owner(caller, enterprise);
    String division = enterprises.find(owner).map(Enterprise::division).orElse(null);
    return Documents.json(files.put(id, owner, division, name, content, caller.source()));
  }

  /** The enterprise asked for, the caller's own when none is. */
  private String owner(Principal caller, String asked) {
    String owner = Callers.narrowed(caller, enterprises, asked);
    if (owner == null) {
      throw Query.bad("enterprise", "");
    }
    return owner;
  }

  private Document own(Principal caller, String id) {
    Document file =
        files.get(id).orElseThrow(() -> Problems.refusal(Kind.NOT_FOUND, "not-found", id));
    Callers.require(caller, enterprises, file.enterprise(), id);
    return file;
  }

  private static String encoded(String name) {
    return URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
