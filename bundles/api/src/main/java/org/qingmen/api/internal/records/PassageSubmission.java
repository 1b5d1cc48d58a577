package org.qingmen.api.internal.records;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Languages;
import org.qingmen.api.internal.door.Positions;
import org.qingmen.security.Principal;
import org.qingmen.spi.intake.NativeRecord;
import org.qingmen.spi.intake.PassageAnswer;
import org.qingmen.spi.intake.PassageSink;

/** {@code POST /passages}: the native door. */
@Path("passages")
@Component(service = ApiResource.class)
public final class PassageSubmission implements ApiResource {

  private static final String NDJSON = "application/x-ndjson";

  private final PassageSink sink;

  @Activate
  public PassageSubmission(@Reference PassageSink sink) {
    this.sink = sink;
  }

  /** Takes native passages. */
  @POST
  @Consumes({MediaType.APPLICATION_JSON, NDJSON})
  public Response submit(
      byte[] body, @Context ContainerRequestContext request, @Context HttpHeaders headers)
      throws IOException {
    Principal caller = Callers.of(request);
    boolean lines =
        request.getMediaType() != null
            && NDJSON.equals(
                request.getMediaType().getType() + "/" + request.getMediaType().getSubtype());
    List<byte[]> slices = lines ? RecordSlicer.lines(body) : RecordSlicer.json(body);
    List<NativeRecord> records =
        slices.stream()
            .map(
                slice ->
                    new NativeRecord(
                        slice,
                        slice,
                        caller.source(),
                        Callers.enterprise(caller),
                        Callers.division(caller)))
            .toList();
    List<PassageAnswer> answers = records.isEmpty() ? List.of() : sink.submit(records);
    return answer(answers, Languages.of(headers));
  }

  private static Response answer(List<PassageAnswer> answers, Locale locale) {
    ObjectNode json = Json.object();
    ArrayNode results = json.putArray("results");
    long position = 0;
    for (PassageAnswer answer : answers) {
      AnswerJson.write(results.addObject(), answer, locale);
      position = Math.max(position, answer.position());
    }
    Response.ResponseBuilder response = Response.ok(json);
    return (position == 0 ? response : response.header(Positions.POSITION, position)).build();
  }
}
