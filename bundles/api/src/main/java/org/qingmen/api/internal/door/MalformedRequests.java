package org.qingmen.api.internal.door;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Server;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Lets the HTTP server word its own refusals, such as of a broken percent escape, by {@link
 * MalformedAnswers}.
 *
 * <p>It learns which server that is from the first request that passes, which is the readiness
 * probe. A {@code Handler} service would be told at once, but such a service makes Pax Web throw
 * away the running server and build another, and a servlet that registers meanwhile is lost for
 * good: a start in four never became ready.
 */
@Component(
    service = Filter.class,
    property = {
      "osgi.http.whiteboard.filter.name=qingmen-malformed-requests",
      "osgi.http.whiteboard.filter.pattern=/*",
      "osgi.http.whiteboard.filter.asyncSupported:Boolean=true"
    })
public final class MalformedRequests implements Filter {

  /** Two first requests at once may both set it up; the second does no harm. */
  private volatile Server known;

  @Activate
  public MalformedRequests() {}

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    Server server =
        ServletContextRequest.getServletContextRequest(request)
            .getConnectionMetaData()
            .getConnector()
            .getServer();
    if (known != server) {
      server.setErrorHandler(new MalformedAnswers());
      known = server;
    }
    chain.doFilter(request, response);
  }
}
