package org.qingmen.api.internal.registries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.api.internal.door.Query;
import org.qingmen.intake.SchemaCheck;
import org.qingmen.security.Principal;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.supervision.registers.DivisionTree;
import org.qingmen.supervision.registers.DivisionTree.Entry;

/** {@code /divisions}: names of divisions and what lies in which. */
@Path("divisions")
@Component(service = ApiResource.class)
public final class DivisionResource implements ApiResource {

  private final DivisionTree tree;
  private final SchemaCheck schema = SchemaCheck.of("division");

  @Activate
  public DivisionResource(@Reference DivisionTree tree) {
    this.tree = tree;
  }

  /** Divisions below one; the provinces when none is named. */
  @GET
  public JsonNode list(@QueryParam("under") String under, @QueryParam("deep") String deep) {
    String code = under == null || under.isEmpty() ? "" : under;
    if (!code.matches("([0-9]{2}){0,3}")) {
      throw Query.bad("under", under);
    }
    ObjectNode answer = Json.object();
    var items = answer.putArray("items");
    String above = (code + "000000").substring(0, 6);
    tree.under(above, "true".equals(deep)).forEach(entry -> write(items.addObject(), entry));
    answer.putNull("next");
    return answer.put("source", tree.source());
  }

  /** One division, with the names of those above it. */
  @GET
  @Path("{code}")
  public JsonNode one(@PathParam("code") String code) {
    Entry entry =
        tree.find(code).orElseThrow(() -> Problems.refusal(Kind.NOT_FOUND, "not-found", code));
    ObjectNode json = Json.object();
    write(json, entry);
    var path = json.putArray("path");
    for (String above = entry.code(); !above.equals("000000"); ) {
      Entry step = tree.find(above).orElse(null);
      if (step != null) {
        path.insert(0, step.name());
      }
      above = step == null ? above.substring(0, 2) + "0000" : step.parent();
      if (above.equals(entry.code())) {
        break;
      }
    }
    return json;
  }

  /** Adds what the standard lacks, or changes a name. */
  @PUT
  @Path("{code}")
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonNode put(
      @PathParam("code") String code, byte[] body, @Context ContainerRequestContext request)
      throws IOException {
    Principal caller = Callers.of(request);
    ObjectNode division = Json.readObject(body);
    Documents.name(division, "code", code);
    Documents.check(schema, division);
    Callers.requireDivision(caller, code);
    ObjectNode json = Json.object();
    String source = division.path("source").asText(null);
    write(json, tree.put(code, division.path("name").asText(), source, caller.source()));
    return json;
  }

  private static void write(ObjectNode json, Entry entry) {
    json.put("code", entry.code()).put("name", entry.name()).put("parent", entry.parent());
    json.put("verified", entry.verified()).put("added", entry.source() != null);
  }
}
