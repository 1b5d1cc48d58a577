package org.qingmen.api.internal.alarms;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.container.AsyncResponse;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.Suspended;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Languages;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.security.Scope;
import org.qingmen.security.Tokens;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.store.Registry;
import org.qingmen.supervision.alarms.Alarms;

/**
 * {@code /alarms/stream}: alarms as they change, as server-sent events. Each reader has a thread of
 * a pool of its own, so that a slow one holds up nobody else and no thread of the HTTP server.
 */
@Path("alarms/stream")
@Component(service = ApiResource.class)
public final class AlarmStream implements ApiResource {

  private static final int MOST_READERS = 400;
  private static final int RETRY_SECONDS = 5;
  private static final String BEARER = "Bearer ";

  private final Alarms alarms;
  private final Enterprises enterprises;
  private final Tokens tokens;
  private final Set<AlarmReader> readers = ConcurrentHashMap.newKeySet();
  private final Registry.Registration listening;
  private final ObjectMapper json = new ObjectMapper();
  private final ExecutorService writers =
      new ThreadPoolExecutor(
          0,
          MOST_READERS,
          10,
          TimeUnit.SECONDS,
          new SynchronousQueue<>(),
          work -> new Thread(work, "qingmen-alarm-stream"));

  /** Wired by the container. */
  @Activate
  public AlarmStream(
      @Reference Alarms alarms, @Reference Enterprises enterprises, @Reference Tokens tokens) {
    this.alarms = alarms;
    this.enterprises = enterprises;
    this.tokens = tokens;
    this.listening = alarms.listen(alarm -> readers.forEach(reader -> reader.offer(alarm)));
  }

  @Deactivate
  void close() {
    listening.close();
    readers.forEach(AlarmReader::stop);
    writers.shutdownNow();
  }

  /** Streams until the reader goes, its token ends, or it falls behind. */
  @GET
  public void stream(
      @Suspended AsyncResponse response,
      @Context ContainerRequestContext request,
      @Context HttpHeaders headers,
      @HeaderParam("Last-Event-ID") String last) {
    String token = request.getHeaderString(HttpHeaders.AUTHORIZATION);
    Scope scope = Callers.of(request).scope();
    AlarmReader reader =
        new AlarmReader(
            alarms, enterprises, scope, Languages.of(headers), () -> stillGood(token, scope), json);
    Response.ResponseBuilder answer =
        Response.ok((StreamingOutput) out -> write(reader, last, out))
            .type("text/event-stream;charset=utf-8")
            .header("Cache-Control", "no-store")
            .header("X-Accel-Buffering", "no");
    try {
      writers.execute(() -> response.resume(answer.build()));
    } catch (RejectedExecutionException e) {
      throw Problems.refusal(Kind.UNAVAILABLE, "too-many-readers").retryAfter(RETRY_SECONDS);
    }
  }

  private void write(AlarmReader reader, String last, java.io.OutputStream out)
      throws java.io.IOException {
    readers.add(reader);
    try {
      reader.write(last, out);
    } finally {
      readers.remove(reader);
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
