package org.qingmen.api.internal.alarms;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.function.UnaryOperator;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Languages;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.api.internal.queries.Plates;
import org.qingmen.security.Scope;
import org.qingmen.security.Tokens;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.store.Registry;
import org.qingmen.supervision.alarms.Alarms;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * {@code /alarms/stream}: alarms as they change, as server-sent events. A reader holds a thread of
 * the HTTP server while it reads; there are never so many that others would wait for one.
 */
@Path("alarms/stream")
@Component(service = ApiResource.class)
public final class AlarmStream implements ApiResource {

  private static final Logger LOG = LoggerFactory.getLogger(AlarmStream.class);

  /** The HTTP server has 200 threads. */
  private static final int MOST_READERS = 80;

  private static final int RETRY_SECONDS = 5;
  private static final String BEARER = "Bearer ";

  private final Alarms alarms;
  private final Enterprises enterprises;
  private final Tokens tokens;
  private final Plates plates;
  private final Set<AlarmReader> readers = ConcurrentHashMap.newKeySet();
  private final Semaphore places = new Semaphore(MOST_READERS);
  private final Registry.Registration listening;
  private final ObjectMapper json = new ObjectMapper();

  /** Wired by the container. */
  @Activate
  public AlarmStream(
      @Reference Alarms alarms,
      @Reference Enterprises enterprises,
      @Reference Tokens tokens,
      @Reference Plates plates) {
    this.plates = plates;
    this.alarms = alarms;
    this.enterprises = enterprises;
    this.tokens = tokens;
    this.listening = alarms.listen(alarm -> readers.forEach(reader -> reader.offer(alarm)));
  }

  @Deactivate
  void close() {
    listening.close();
    readers.forEach(AlarmReader::stop);
  }

  /** Streams until the reader goes, its token ends, or it falls behind. */
  @GET
  public Response stream(
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers,
      @HeaderParam("Last-Event-ID") String last) {
    if (places.availablePermits() == 0) {
      throw Problems.refusal(Kind.UNAVAILABLE, "too-many-readers").retryAfter(RETRY_SECONDS);
    }
    String token = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    Scope scope = Callers.of(request).scope();
    AlarmReader reader =
        new AlarmReader(
            alarms,
            enterprises,
            scope,
            Languages.of(headers),
            plates.masked(Callers.of(request)) ? Plates::tree : UnaryOperator.identity(),
            () -> stillGood(token, scope),
            json);
    return Response.ok((StreamingOutput) out -> write(reader, last, out))
        .type("text/event-stream;charset=utf-8")
        .header("Cache-Control", "no-store")
        .header("X-Accel-Buffering", "no")
        .build();
  }

  private void write(AlarmReader reader, String last, OutputStream out) {
    if (!places.tryAcquire()) {
      return;
    }
    readers.add(reader);
    try {
      reader.write(last, out);
    } catch (IOException e) {
      LOG.debug("a reader of the alarms is gone: {}", e.getMessage());
    } finally {
      readers.remove(reader);
      places.release();
    }
  }

  private boolean stillGood(String authorization, Scope scope) {
    return authorization == null
        || !authorization.startsWith(BEARER)
        || tokens
            .authenticate(authorization.substring(BEARER.length()).trim())
            .filter(now -> now.scope().equals(scope))
            .isPresent();
  }
}
