package org.qingmen.console.internal;

import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * Serves the page at {@code /}. It is the default servlet: every more specific path, the API and
 * the health pages among them, goes to its own servlet. No token is needed for these files; they
 * hold no data.
 */
@Component(
    service = Servlet.class,
    property = {
      "osgi.http.whiteboard.servlet.name=qingmen-console",
      "osgi.http.whiteboard.servlet.pattern=/"
    })
public final class ConsoleServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final String FOLDER = "/console";

  /**
   * Nothing from elsewhere is loaded, and nobody frames the page. Style attributes are allowed
   * because the chart library's hints are drawn with them, blob pictures because evidence is
   * fetched with the token.
   */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline';"
          + " img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; base-uri 'none';"
          + " form-action 'self'; frame-ancestors 'none'";

  private final transient Page page;
  private final String version;

  @Activate
  public ConsoleServlet(BundleContext context) {
    this(new Page(filesOf(context.getBundle())), context.getBundle().getLastModified());
  }

  ConsoleServlet(Page page, long lastModified) {
    this.page = page;
    this.version = "\"" + Long.toString(lastModified, 36) + "\"";
  }

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    protect(response);
    Optional<Page.Answer> found = page.find(path(request), understandsGzip(request));
    if (found.isEmpty()) {
      response.sendError(HttpServletResponse.SC_NOT_FOUND);
      return;
    }
    Page.Answer answer = found.get();
    response.setHeader("Vary", "Accept-Encoding");
    response.setHeader(
        "Cache-Control", answer.lasting() ? "public, max-age=31536000, immutable" : "no-cache");
    if (!answer.lasting()) {
      response.setHeader("ETag", version);
    }
    if (version.equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    send(answer, response);
  }

  private static void send(Page.Answer answer, HttpServletResponse response) throws IOException {
    response.setContentType(answer.type());
    if (answer.compressed()) {
      response.setHeader("Content-Encoding", "gzip");
    }
    try (InputStream content = answer.content().openStream()) {
      content.transferTo(response.getOutputStream());
    }
  }

  private static void protect(HttpServletResponse response) {
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Frame-Options", "DENY");
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "no-referrer");
    response.setHeader("Permissions-Policy", "camera=(), microphone=(), geolocation=()");
  }

  private static String path(HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length());
  }

  private static boolean understandsGzip(HttpServletRequest request) {
    String accepted = request.getHeader("Accept-Encoding");
    return accepted != null && accepted.contains("gzip");
  }

  private static Map<String, URL> filesOf(Bundle bundle) {
    Map<String, URL> files = new HashMap<>();
    Enumeration<URL> found = bundle.findEntries(FOLDER, "*", true);
    for (URL file : found == null ? Collections.<URL>emptyList() : Collections.list(found)) {
      String path = file.getPath();
      if (!path.endsWith("/")) {
        files.put(path.substring(path.indexOf(FOLDER) + FOLDER.length()), file);
      }
    }
    return files;
  }
}
