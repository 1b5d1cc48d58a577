package org.qingmen.api.internal.door;

import com.fasterxml.jackson.core.JsonProcessingException;
import jakarta.ws.rs.NotAllowedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.qingmen.engine.PackException;
import org.qingmen.spi.journal.JournalUnavailableException;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.store.BadCursorException;
import org.qingmen.store.StoreUnavailableException;
import org.qingmen.store.VersionConflictException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Turns whatever went wrong into a problem that says what, why and what to do.
 *
 * <p>It is no service: what is injected belongs to one loaded set of resources, so each set has a
 * mapper of its own.
 */
@Provider
public final class ProblemMapper implements ExceptionMapper<Throwable> {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemMapper.class);
  private static final int RETRY_SECONDS = 5;
  private static final Map<Integer, String> HTTP =
      Map.of(404, "not-found", 405, "method", 406, "not-acceptable", 415, "media-type");

  @Context private HttpHeaders headers;

  @Context private Request request;

  @Context private UriInfo uri;

  private final OpenApi api;

  /**
   * @param api says which addresses there are, even while their resources are not there yet
   */
  public ProblemMapper(OpenApi api) {
    this.api = api;
  }

  @Override
  public Response toResponse(Throwable thrown) {
    Locale locale = Languages.of(headers);
    if (thrown instanceof Refusal refusal) {
      return Problems.answer(refusal, locale);
    }
    if (thrown instanceof BodyTooLargeException tooLarge) {
      return Problems.answer(
          Problems.refusal(Kind.INVALID, "too-large", tooLarge.limit() >> 20), 413, locale);
    }
    if (thrown instanceof TooManyException tooMany) {
      return Problems.answer(
          Problems.refusal(Kind.INVALID, "too-many", tooMany.limit()), 413, locale);
    }
    if (thrown.getCause() instanceof BodyTooLargeException cause) {
      return toResponse(cause);
    }
    if (thrown instanceof JsonProcessingException json) {
      return Problems.answer(
          Problems.refusal(Kind.INVALID, "not-json", json.getOriginalMessage(), where(json)),
          400,
          locale);
    }
    return away(thrown, locale);
  }

  private Response away(Throwable thrown, Locale locale) {
    if (thrown instanceof JournalUnavailableException journal) {
      return Problems.answer(
          Problems.refusal(Kind.UNAVAILABLE, "journal", journal.getMessage())
              .retryAfter(journal.retryAfterSeconds()),
          locale);
    }
    if (thrown instanceof StoreUnavailableException store) {
      return Problems.answer(
          Problems.refusal(Kind.UNAVAILABLE, "database", store.getMessage())
              .retryAfter(RETRY_SECONDS),
          locale);
    }
    if (thrown instanceof VersionConflictException conflict) {
      return Problems.answer(
          Problems.refusal(Kind.CONFLICT, "version", conflict.getMessage()), locale);
    }
    if (thrown instanceof PackException pack) {
      return Problems.answer(packRefusal(pack), locale);
    }
    if (thrown instanceof WebApplicationException web) {
      int status = web.getResponse().getStatus();
      if (status < 400) {
        return web.getResponse();
      }
      if (missing(thrown)) {
        return Problems.answer(Problems.loading(), locale);
      }
      String code = HTTP.getOrDefault(status, "bad-request");
      Refusal refusal = Problems.refusal(Kind.INVALID, code, String.valueOf(web.getMessage()));
      return Problems.answer(refusal, status, locale);
    }
    return damagedCursor(thrown)
        .map(refusal -> Problems.answer(refusal, locale))
        .orElseGet(() -> broken(thrown, locale));
  }

  /**
   * Whether a documented address has no resource: it has not been loaded yet, as while the server
   * starts. An address that ends in a format may be documented and still have no such format.
   */
  private boolean missing(Throwable thrown) {
    return (thrown instanceof NotFoundException || thrown instanceof NotAllowedException)
        && api.find(request.getMethod(), "/" + uri.getPath().replaceFirst("^/", ""))
            .filter(operation -> !operation.path().contains(".{"))
            .isPresent();
  }

  /** The refusal of a damaged cursor, wherever in the store it was noticed. */
  static Optional<Refusal> damagedCursor(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof BadCursorException bad) {
        return Optional.of(Problems.refusal(Kind.INVALID, "bad-query", "cursor", bad.cursor()));
      }
    }
    return Optional.empty();
  }

  private static Refusal packRefusal(PackException pack) {
    Refusal frame = Problems.refusal(Kind.CONFLICT, "rule-pack", pack.code());
    Kind kind =
        switch (pack.code()) {
          case "not-found" -> Kind.NOT_FOUND;
          case "busy" -> Kind.TOO_MANY;
          case "wrong-id",
              "no-such-kind",
              "wrong-grades",
              "wrong-industry",
              "grades-of-grading",
              "no-case" ->
              Kind.INVALID;
          default -> Kind.CONFLICT;
        };
    int retry = kind == Kind.TOO_MANY ? RETRY_SECONDS : 0;
    return new Refusal(
        kind, pack.code(), frame.what(), pack.text(), frame.fix(), java.util.List.of(), retry);
  }

  private Response broken(Throwable thrown, Locale locale) {
    String incident = UUID.randomUUID().toString();
    LOG.error("Incident {}: {} {} failed", incident, request.getMethod(), uri.getPath(), thrown);
    return Problems.answer(Problems.refusal(Kind.UNAVAILABLE, "incident", incident), 500, locale);
  }

  private static String where(JsonProcessingException json) {
    return json.getLocation() == null
        ? ""
        : json.getLocation().getLineNr() + ":" + json.getLocation().getColumnNr();
  }
}
