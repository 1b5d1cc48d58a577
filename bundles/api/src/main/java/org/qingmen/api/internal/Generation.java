package org.qingmen.api.internal;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.util.Set;
import org.glassfish.jersey.server.ResourceConfig;
import org.glassfish.jersey.server.ServerProperties;
import org.glassfish.jersey.servlet.ServletContainer;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.OpenApi;
import org.qingmen.api.internal.door.ProblemMapper;

/**
 * One immutable set of resources being served. It is destroyed when it has been retired and the
 * last request that entered it has left.
 */
final class Generation {

  private final ServletContainer container;
  private int inside;
  private boolean retired;

  Generation(Set<ApiResource> resources, OpenApi api, ServletConfig config)
      throws ServletException {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    // Jakarta REST looks for its implementation through the context class loader.
    thread.setContextClassLoader(ResourceConfig.class.getClassLoader());
    try {
      container = start(resources, api, config);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static ServletContainer start(
      Set<ApiResource> resources, OpenApi api, ServletConfig config) throws ServletException {
    ResourceConfig application = new ResourceConfig();
    application.property(ServerProperties.WADL_FEATURE_DISABLE, true);
    application.property(ServerProperties.RESPONSE_SET_STATUS_OVER_SEND_ERROR, true);
    resources.forEach(application::register);
    application.register(new ProblemMapper(api));
    ServletContainer container = new ServletContainer(application);
    container.init(config);
    return container;
  }

  /** Counts a request in; false when this generation is retired and another one must be asked. */
  synchronized boolean enter() {
    if (retired) {
      return false;
    }
    inside++;
    return true;
  }

  void serve(ServletRequest request, ServletResponse response)
      throws ServletException, IOException {
    container.service(request, response);
  }

  /** Counts a request out; the last one out of a retired generation destroys it. */
  void leave() {
    boolean last;
    synchronized (this) {
      inside--;
      last = retired && inside == 0;
    }
    if (last) {
      container.destroy();
    }
  }

  /** Lets no further request in. */
  void retire() {
    boolean idle;
    synchronized (this) {
      idle = !retired && inside == 0;
      retired = true;
    }
    if (idle) {
      container.destroy();
    }
  }
}
