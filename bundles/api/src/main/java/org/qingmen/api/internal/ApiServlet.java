package org.qingmen.api.internal;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.Languages;
import org.qingmen.api.internal.door.OpenApi;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.spi.health.HealthCheck;
import org.qingmen.spi.refusal.Refusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Serves all {@link ApiResource} services through Jersey.
 *
 * <p>When the set changes a new {@link Generation} is built beside the one that serves; requests
 * that are under way finish where they began.
 */
@Component(
    immediate = true,
    service = {Servlet.class, HealthCheck.class},
    property = {
      "osgi.http.whiteboard.servlet.name=qingmen-api",
      "osgi.http.whiteboard.servlet.pattern=/api/v1/*",
      "osgi.http.whiteboard.servlet.asyncSupported:Boolean=true",
      "load-on-startup:Integer=1"
    })
public final class ApiServlet extends HttpServlet implements HealthCheck {

  private static final long serialVersionUID = 1L;
  private static final Logger LOG = LoggerFactory.getLogger(ApiServlet.class);

  private final transient Set<ApiResource> resources = new HashSet<>();
  private final transient ExecutorService builder =
      Executors.newSingleThreadExecutor(work -> new Thread(work, "qingmen-api-reload"));
  private final transient OpenApi api;
  private transient Generation current;
  private transient String failure;
  private boolean open;
  private long wanted = 1;
  private long served;

  @Activate
  public ApiServlet(@Reference OpenApi api) {
    this.api = api;
  }

  @Deactivate
  void deactivate() {
    builder.shutdown();
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  synchronized void bindResource(ApiResource resource) {
    resources.add(resource);
    changed();
  }

  synchronized void unbindResource(ApiResource resource) {
    resources.remove(resource);
    changed();
  }

  @Override
  public void init() {
    synchronized (this) {
      open = true;
      changed();
    }
  }

  @Override
  public void destroy() {
    Generation last;
    synchronized (this) {
      open = false;
      last = current;
      current = null;
    }
    if (last != null) {
      last.retire();
    }
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws ServletException, IOException {
    Generation generation = entered();
    if (generation == null) {
      loading(request, response);
      return;
    }
    try {
      generation.serve(request, response);
    } finally {
      leaveWhenDone(generation, request);
    }
  }

  private static void loading(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    Refusal refusal = Problems.loading();
    Locale locale = Languages.of(request.getHeader("Accept-Language"));
    String problem = Problems.json(refusal, refusal.kind().status(), locale).toString();
    response.setStatus(refusal.kind().status());
    response.setHeader("Retry-After", String.valueOf(refusal.retryAfterSeconds()));
    response.setContentType(Problems.TYPE);
    response.getOutputStream().write(problem.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public String name() {
    return "api";
  }

  @Override
  public synchronized Status check() {
    if (failure != null) {
      return new Status(false, true, failure);
    }
    boolean serving = current != null && served == wanted;
    return new Status(serving, true, serving ? "" : "the API is being loaded, wait a moment");
  }

  private synchronized Generation entered() {
    return current != null && current.enter() ? current : null;
  }

  private static void leaveWhenDone(Generation generation, HttpServletRequest request) {
    if (request.isAsyncStarted()) {
      request.getAsyncContext().addListener(new LeaveAtTheEnd(generation));
    } else {
      generation.leave();
    }
  }

  /** Asks for a new generation; called with the lock held. Several changes may share one. */
  private void changed() {
    wanted++;
    if (open && !builder.isShutdown()) {
      builder.execute(this::reload);
    }
  }

  private void reload() {
    Set<ApiResource> now;
    long revision;
    synchronized (this) {
      if (served == wanted || !open) {
        return;
      }
      revision = wanted;
      now = Set.copyOf(resources);
    }
    Generation next = null;
    String problem = null;
    try {
      next = new Generation(now, api, getServletConfig());
    } catch (ServletException | RuntimeException | LinkageError e) {
      problem = "the API could not be loaded, the former one keeps serving: " + e.getMessage();
      LOG.error("{}", problem, e);
    }
    swap(next, revision, problem);
  }

  private void swap(Generation next, long revision, String problem) {
    Generation former;
    synchronized (this) {
      failure = problem;
      served = revision;
      former = next == null ? null : current;
      if (next != null && open) {
        current = next;
      } else if (next != null) {
        former = next;
      }
    }
    if (former != null) {
      former.retire();
    }
  }

  /** Releases the generation when an asynchronous answer is complete. */
  private record LeaveAtTheEnd(Generation generation) implements AsyncListener {

    @Override
    public void onComplete(AsyncEvent event) {
      generation.leave();
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      // onComplete follows.
    }

    @Override
    public void onError(AsyncEvent event) {
      // onComplete follows.
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      event.getAsyncContext().addListener(this);
    }
  }
}
