package org.qingmen.api.internal.door;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import org.qingmen.model.Text;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.spi.refusal.RefusalTexts;

/** Words problems as {@code application/problem+json} (RFC 9457), in the reader's language. */
public final class Problems {

  /** Media type of a problem. */
  public static final String TYPE = "application/problem+json";

  private static final String DOCS = "/docs/errors.md#";
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final RefusalTexts TEXTS = RefusalTexts.beside(Problems.class);

  private Problems() {}

  /** A refusal of the API itself, by its code in the message files. */
  public static Refusal refusal(Refusal.Kind kind, String code, Object... values) {
    return TEXTS.refusal(kind, code, values);
  }

  /** A text of the API itself, by its key in the message files. */
  public static Text text(String key, Object... values) {
    return TEXTS.text(key, values);
  }

  /** The refusal while the API is being loaded. */
  public static Refusal loading() {
    return refusal(Refusal.Kind.UNAVAILABLE, "api-loading").retryAfter(1);
  }

  /** A refusal because of wrong members. */
  public static Refusal invalid(List<Refusal.Fault> faults) {
    return refusal(Refusal.Kind.INVALID, "schema").withFaults(faults);
  }

  /** The answer to a refusal. */
  public static Response answer(Refusal refusal, Locale locale) {
    return answer(refusal, refusal.kind().status(), locale);
  }

  /** The answer to a refusal under another status, for those that HTTP names more exactly. */
  public static Response answer(Refusal refusal, int status, Locale locale) {
    ObjectNode problem = json(refusal, status, locale);
    Response.ResponseBuilder answer = Response.status(status).type(TYPE).entity(problem);
    if (refusal.retryAfterSeconds() > 0) {
      answer.header("Retry-After", refusal.retryAfterSeconds());
    }
    if (status == 401) {
      answer.header("WWW-Authenticate", "Bearer");
    }
    return answer.build();
  }

  /** The problem document itself. */
  public static ObjectNode json(Refusal refusal, int status, Locale locale) {
    ObjectNode problem = JSON.createObjectNode();
    problem.put("type", DOCS + refusal.code());
    problem.put("code", refusal.code());
    problem.put("status", status);
    problem.put("title", refusal.what().in(locale));
    problem.put("detail", refusal.why().in(locale));
    problem.put("fix", refusal.fix().in(locale));
    problem.put("docs", DOCS + refusal.code());
    ArrayNode errors = problem.putArray("errors");
    for (Refusal.Fault fault : refusal.faults()) {
      errors
          .addObject()
          .put("code", fault.code())
          .put("pointer", fault.pointer())
          .put("message", fault.message().in(locale));
    }
    return problem;
  }
}
