package org.qingmen.api.internal.system;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/** {@code /docs/errors.md}: the page that every problem links to; no token is needed to read it. */
@Component(
    service = Servlet.class,
    property = {
      "osgi.http.whiteboard.servlet.name=qingmen-error-pages",
      "osgi.http.whiteboard.servlet.pattern=/docs/errors.md"
    })
public final class ErrorPages extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Activate
  public ErrorPages() {}

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setContentType("text/plain; charset=utf-8");
    response.setHeader("X-Content-Type-Options", "nosniff");
    try (InputStream page = ErrorPages.class.getResourceAsStream("/docs/errors.md")) {
      page.transferTo(response.getOutputStream());
    }
  }
}
