package org.qingmen.api.internal.alarms;

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
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Languages;
import org.qingmen.api.internal.door.Positions;
import org.qingmen.api.internal.records.RecordSlicer;
import org.qingmen.security.Devices;
import org.qingmen.security.Principal;
import org.qingmen.spi.device.DeviceDirectory;
import org.qingmen.spi.intake.GateEventSink;
import org.qingmen.spi.intake.GateEventSink.Answer;
import org.qingmen.spi.intake.NativeRecord;

/** {@code POST /gate-events}: what gates say of themselves. */
@Path("gate-events")
@Component(service = ApiResource.class)
public final class GateEventSubmission implements ApiResource {

  private static final String NDJSON = "application/x-ndjson";

  private final GateEventSink sink;
  private final Devices devices;
  private final DeviceDirectory directory;

  /** Wired by the container. */
  @Activate
  public GateEventSubmission(
      @Reference GateEventSink sink,
      @Reference Devices devices,
      @Reference DeviceDirectory directory) {
    this.sink = sink;
    this.devices = devices;
    this.directory = directory;
  }

  /** Takes events: one, an array, or one per line. */
  @POST
  @Consumes({MediaType.APPLICATION_JSON, NDJSON})
  public Response submit(
      byte[] body, @Context ContainerRequestContext request, @Context HttpHeaders headers)
      throws IOException {
    Principal caller = Callers.of(request);
    boolean lines = MediaType.valueOf(NDJSON).isCompatible(request.getMediaType());
    List<NativeRecord> events =
        (lines ? RecordSlicer.lines(body) : RecordSlicer.json(body))
            .stream()
                .map(
                    slice ->
                        new NativeRecord(
                            slice,
                            slice,
                            caller.source(),
                            Callers.enterprise(caller),
                            Callers.division(caller)))
                .toList();
    Optional.ofNullable(caller.deviceId()).flatMap(devices::get).ifPresent(directory::seen);
    return answer(events.isEmpty() ? List.of() : sink.submit(events), Languages.of(headers));
  }

  private static Response answer(List<Answer> answers, Locale locale) {
    ObjectNode json = Json.object();
    ArrayNode results = json.putArray("results");
    long position = 0;
    for (Answer answer : answers) {
      ObjectNode result = results.addObject().put("status", answer.status());
      ArrayNode errors = result.putArray("errors");
      answer
          .errors()
          .forEach(
              fault ->
                  errors
                      .addObject()
                      .put("code", fault.code())
                      .put("pointer", fault.pointer())
                      .put("message", fault.message().in(locale)));
      position = Math.max(position, answer.position());
    }
    Response.ResponseBuilder response = Response.ok(json);
    return (position == 0 ? response : response.header(Positions.POSITION, position)).build();
  }
}
