package org.qingmen.api.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.component.annotations.ReferencePolicyOption;
import org.qingmen.spi.health.HealthCheck;

/**
 * {@code /health/live}: the process answers. {@code /health/ready}: records can be made durable and
 * decided; 503 otherwise. No token is needed, so no detail may hold a secret.
 */
@Component(
    immediate = true,
    service = Servlet.class,
    configurationPid = "org.qingmen.health",
    property = {
      "osgi.http.whiteboard.servlet.name=qingmen-health",
      "osgi.http.whiteboard.servlet.pattern=/health/live",
      "osgi.http.whiteboard.servlet.pattern=/health/ready",
      "osgi.http.whiteboard.servlet.pattern=/api/v1/health/live",
      "osgi.http.whiteboard.servlet.pattern=/api/v1/health/ready"
    })
public final class HealthServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  private final transient List<HealthCheck> checks = new CopyOnWriteArrayList<>();
  private final transient ObjectMapper json = new ObjectMapper();
  private final transient Config config;

  /** Keys of {@code org.qingmen.health.cfg}. */
  @interface Config {
    /** Names of the checks without which the server is never ready, even if none reports them. */
    String required() default "api";
  }

  @Activate
  public HealthServlet(Config config) {
    this.config = config;
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      policyOption = ReferencePolicyOption.GREEDY)
  void bindCheck(HealthCheck check) {
    checks.add(check);
  }

  void unbindCheck(HealthCheck check) {
    checks.remove(check);
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (request.getServletPath().endsWith("/live")) {
      answer(response, HttpServletResponse.SC_OK, Map.of("status", "up"));
      return;
    }
    HealthReport report =
        HealthReport.of(checks, List.of(config.required().trim().split("\\s*,\\s*")));
    int status =
        report.ready() ? HttpServletResponse.SC_OK : HttpServletResponse.SC_SERVICE_UNAVAILABLE;
    answer(response, status, report);
  }

  private void answer(HttpServletResponse response, int status, Object body) throws IOException {
    response.setStatus(status);
    response.setContentType("application/json");
    response.setHeader("Cache-Control", "no-store");
    response.getOutputStream().write(json.writeValueAsBytes(body));
  }
}
