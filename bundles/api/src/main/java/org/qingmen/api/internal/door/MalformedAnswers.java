package org.qingmen.api.internal.door;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.spi.refusal.Refusal.Kind;

/** Words what the HTTP server refuses before any servlet sees it like every other problem. */
final class MalformedAnswers extends ErrorHandler {

  private static final String BASE = "/api/";

  /** What the server calls an address that it could not read. */
  private static final String UNREADABLE = "/badMessage";

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int status,
      String reason,
      Throwable cause,
      Callback callback)
      throws java.io.IOException {
    if (!ours(request.getHttpURI())) {
      super.generateResponse(request, response, status, reason, cause, callback);
      return;
    }
    generateCacheControl(response);
    String language = request.getHeaders().get(HttpHeader.ACCEPT_LANGUAGE);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problems.TYPE);
    response.write(true, problem(status, reason, language), callback);
  }

  /** The request line itself could not be read, so nobody knows what it was about. */
  @Override
  public ByteBuffer badMessageError(int status, String reason, HttpFields.Mutable headers) {
    headers.put(new HttpField(HttpHeader.CONTENT_TYPE, Problems.TYPE));
    return problem(status, reason, null);
  }

  /** Pages of the console keep the server's own words; only the API is asked by machines. */
  private static boolean ours(HttpURI address) {
    String path = address == null ? null : address.getPath();
    return path == null || path.equals(UNREADABLE) || path.startsWith(BASE);
  }

  private static ByteBuffer problem(int status, String reason, String language) {
    Refusal refusal = Problems.refusal(Kind.INVALID, "malformed", String.valueOf(reason));
    ObjectNode problem = Problems.json(refusal, status, Languages.of(language));
    if (language == null) {
      bothLanguages(problem, Problems.json(refusal, status, Locale.ENGLISH));
    }
    return ByteBuffer.wrap(problem.toString().getBytes(StandardCharsets.UTF_8));
  }

  /** The server drops the headers of what it cannot read, and with them the reader's language. */
  private static void bothLanguages(ObjectNode chinese, ObjectNode english) {
    for (String member : List.of("title", "detail", "fix")) {
      chinese.put(member, chinese.get(member).asText() + " " + english.get(member).asText());
    }
  }
}
