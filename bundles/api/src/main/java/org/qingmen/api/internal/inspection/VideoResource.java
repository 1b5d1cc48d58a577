package org.qingmen.api.internal.inspection;

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
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Languages;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.api.internal.door.Query;
import org.qingmen.api.internal.door.TooManyException;
import org.qingmen.api.internal.registries.Documents;
import org.qingmen.api.internal.registries.Warnings;
import org.qingmen.intake.SchemaCheck;
import org.qingmen.model.ChinaTime;
import org.qingmen.security.Principal;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.refusal.Refusal.Fault;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.store.PassageStore;
import org.qingmen.store.Video;
import org.qingmen.store.VideoQuery;
import org.qingmen.supervision.inspection.Videos;
import org.qingmen.supervision.registers.RegisterKind;
import org.qingmen.supervision.registers.RegisterKinds;
import org.qingmen.supervision.registers.Registers;

/** {@code /videos}: where the recordings lie, and which of them show a passage. */
@Path("videos")
@Component(service = ApiResource.class)
public final class VideoResource implements ApiResource {

  private static final int MOST = 1000;
  private static final RegisterKind CAMERA = RegisterKinds.ofKind("camera");

  private final Videos videos;
  private final PassageStore passages;
  private final Enterprises enterprises;
  private final Registers registers;
  private final SchemaCheck schema = SchemaCheck.of("video");

  @Activate
  public VideoResource(
      @Reference Videos videos,
      @Reference PassageStore passages,
      @Reference Enterprises enterprises,
      @Reference Registers registers) {
    this.registers = registers;
    this.videos = videos;
    this.passages = passages;
    this.enterprises = enterprises;
  }

  /** Takes one entry or an array. */
  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  public JsonNode put(
      byte[] body, @Context ContainerRequestContext request, @Context HttpHeaders headers)
      throws IOException {
    JsonNode sent = Json.read(body);
    JsonNode all = sent.isArray() ? sent : Json.array().add(sent);
    if (all.size() > MOST) {
      throw new TooManyException(MOST);
    }
    List<String> entries = new ArrayList<>();
    for (JsonNode entry : all) {
      Documents.check(schema, entry);
      Callers.require(Callers.of(request), enterprises, entry.get("enterprise").asText());
      entries.add(entry.toString());
    }
    ObjectNode answer = Json.object();
    ArrayNode results = answer.putArray("results");
    List<Videos.Answer> stored = videos.putAll(entries, Callers.of(request).source());
    Map<String, Boolean> cameras = new HashMap<>();
    for (int i = 0; i < stored.size(); i++) {
      ObjectNode result = results.addObject();
      result.put("id", stored.get(i).id()).put("status", stored.get(i).status());
      Warnings.write(
          result.putArray("warnings"), unknown(all.get(i), cameras), Languages.of(headers));
    }
    return answer;
  }

  /** A camera that nobody has registered may be a slip of the pen; the recording is kept. */
  private List<Fault> unknown(JsonNode entry, Map<String, Boolean> cameras) {
    String enterprise = entry.get("enterprise").asText();
    String camera = entry.get("camera").asText();
    boolean known =
        cameras.computeIfAbsent(
            CAMERA.documentId(enterprise, camera),
            id -> registers.get(CAMERA, enterprise, camera, null).isPresent());
    return known
        ? List.of()
        : List.of(
            new Fault("unknown-camera", "/camera", Problems.text("fault.unknown-camera", camera)));
  }

  /** The index, or what shows a passage. */
  @GET
  public JsonNode list(@Context ContainerRequestContext request, @Context UriInfo uri) {
    Principal caller = Callers.of(request);
    var query = uri.getQueryParameters();
    if (query.getFirst("passage") != null) {
      return showing(caller, query.getFirst("passage"));
    }
    VideoQuery asked =
        new VideoQuery(
            Callers.narrowed(caller, enterprises, query.getFirst("enterprise")),
            caller.scope().divisionPrefix(),
            query.getFirst("camera"),
            query.getFirst("barrier"),
            Query.from("from", query.getFirst("from")),
            Query.to("to", query.getFirst("to")),
            query.getFirst("cursor"),
            Query.limit(query.getFirst("limit")));
    return Json.page(videos.list(asked), VideoResource::write);
  }

  /** One entry. */
  @GET
  @Path("{id}")
  public JsonNode one(@PathParam("id") String id, @Context ContainerRequestContext request) {
    Video video =
        videos.find(id).orElseThrow(() -> Problems.refusal(Kind.NOT_FOUND, "not-found", id));
    Callers.require(Callers.of(request), enterprises, video.enterprise(), id);
    ObjectNode json = Json.object();
    write(json, video);
    return json;
  }

  private JsonNode showing(Principal caller, String receipt) {
    String enterprise =
        passages
            .find(receipt)
            .orElseThrow(() -> Problems.refusal(Kind.NOT_FOUND, "not-found", receipt))
            .enterprise();
    Callers.require(caller, enterprises, enterprise, receipt);
    ObjectNode answer = Json.object();
    ArrayNode items = answer.putArray("items");
    videos.showing(receipt).forEach(video -> write(items.addObject(), video));
    return answer.putNull("next");
  }

  private static void write(ObjectNode json, Video video) {
    json.put("id", video.id()).put("enterprise", video.enterprise());
    json.put("camera", video.camera()).put("barrier", video.barrier());
    json.put("from", ChinaTime.text(video.from()));
    json.put("to", ChinaTime.text(video.to()));
    json.put("address", video.address()).put("sha256", video.sha256());
    json.put("received", video.received().toString()).put("source", video.source());
  }
}
