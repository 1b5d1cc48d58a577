package org.qingmen.api.internal.system;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.internal.door.OpenApi;
import org.qingmen.security.Principal;
import org.qingmen.security.Tokens;

/**
 * {@code /metrics} and {@code /openapi.json} where tools look for them, beside the same pages below
 * the API's base; both need a token.
 */
@Component(
    service = Servlet.class,
    property = {
      "osgi.http.whiteboard.servlet.name=qingmen-root-pages",
      "osgi.http.whiteboard.servlet.pattern=/metrics",
      "osgi.http.whiteboard.servlet.pattern=/openapi.json"
    })
public final class RootPages extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String BEARER = "Bearer ";

  private final transient Metrics metrics;
  private final transient OpenApi api;
  private final transient Tokens tokens;

  @Activate
  public RootPages(@Reference Metrics metrics, @Reference OpenApi api, @Reference Tokens tokens) {
    this.metrics = metrics;
    this.api = api;
    this.tokens = tokens;
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Cache-Control", "no-store");
    String authorization = request.getHeader("Authorization");
    Optional<Principal> caller =
        authorization != null && authorization.startsWith(BEARER)
            ? tokens.authenticate(authorization.substring(BEARER.length()).trim())
            : Optional.empty();
    if (caller.isEmpty()) {
      response.setHeader("WWW-Authenticate", "Bearer");
      response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
      return;
    }
    boolean figures = request.getServletPath().endsWith("/metrics");
    if (figures && !api.admits("GET", "/metrics", caller.get())) {
      response.sendError(HttpServletResponse.SC_FORBIDDEN);
      return;
    }
    String page = figures ? metrics.text() : api.document().toString();
    response.setContentType(figures ? "text/plain; version=0.0.4" : "application/json");
    response.getOutputStream().write(page.getBytes(StandardCharsets.UTF_8));
  }
}
