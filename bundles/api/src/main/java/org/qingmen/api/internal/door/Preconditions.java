package org.qingmen.api.internal.door;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.api.ApiResource;
import org.qingmen.api.internal.door.VersionedPaths.Subject;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.store.Document;
import org.qingmen.store.WriteDemands;

/**
 * Keeps two people from overwriting each other, for every path of the OpenAPI document that stands
 * for a document with a version: the answer carries the version as its entity tag, and what {@code
 * If-Match} or {@code If-None-Match} demand is held against the stored version inside the write.
 * Without them the last one wins.
 */
@Provider
@Priority(Priorities.AUTHORIZATION)
@Component(service = ApiResource.class)
public final class Preconditions
    implements ContainerRequestFilter, ContainerResponseFilter, ApiResource {

  private static final Set<String> WRITING = Set.of("PUT", "DELETE");

  private static final int BAD_REQUEST = 400;

  private final OpenApi api;
  private final WriteDemands demands;

  @Activate
  public Preconditions(@Reference OpenApi api, @Reference WriteDemands demands) {
    this.api = api;
    this.demands = demands;
  }

  @Override
  public void filter(ContainerRequestContext request) {
    // The thread may have served somebody else before, whose answer was never written.
    demands.forget();
    Optional<Subject> subject = subject(request);
    if (subject.isEmpty() || !WRITING.contains(request.getMethod())) {
      return;
    }
    String match = request.getHeaderString(HttpHeaders.IF_MATCH);
    String noneMatch = request.getHeaderString(HttpHeaders.IF_NONE_MATCH);
    if (match == null && noneMatch == null) {
      return;
    }
    Optional<EntityTags> wanted = EntityTags.read(match);
    Optional<EntityTags> unwanted = EntityTags.read(noneMatch);
    if (match != null && wanted.isEmpty()) {
      refuse(request, HttpHeaders.IF_MATCH, match);
      return;
    }
    if (noneMatch != null && unwanted.isEmpty()) {
      refuse(request, HttpHeaders.IF_NONE_MATCH, noneMatch);
      return;
    }
    demands.make(
        subject.get().kind(),
        subject.get().id(),
        present -> {
          long version = version(present);
          wanted.ifPresent(tags -> requireMatch(tags, version));
          unwanted.ifPresent(tags -> requireNone(tags, version));
        });
  }

  @Override
  public void filter(ContainerRequestContext request, ContainerResponseContext response) {
    demands.forget();
    boolean tagged = response.getHeaders().containsKey(HttpHeaders.ETAG);
    if (response.getStatus() / 100 == 2
        && !tagged
        && response.getEntity() instanceof JsonNode entity
        && entity.path("version").isIntegralNumber()
        && subject(request).isPresent()) {
      String tag = EntityTags.of(entity.get("version").longValue());
      response.getHeaders().putSingle(HttpHeaders.ETAG, tag);
    }
  }

  private Optional<Subject> subject(ContainerRequestContext request) {
    String path = "/" + request.getUriInfo().getPath().replaceFirst("^/", "");
    return api.versioned(request.getMethod(), path);
  }

  private static void refuse(ContainerRequestContext request, String name, String header) {
    Refusal refusal = Problems.refusal(Kind.INVALID, "bad-precondition", name, header);
    Locale reader = Languages.of(request.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE));
    request.abortWith(Problems.answer(refusal, BAD_REQUEST, reader));
  }

  /** Version of what is there, 0 when nothing is; a mark of a removed entry is nothing. */
  private static long version(Document present) {
    return present == null || Json.stored(present.body()).path("removed").asBoolean()
        ? 0
        : present.version();
  }

  private static void requireMatch(EntityTags tags, long version) {
    if (version == 0) {
      throw Problems.refusal(Kind.PRECONDITION, "gone-since", tags);
    }
    if (!tags.fit(version)) {
      throw Problems.refusal(Kind.PRECONDITION, "changed-since", EntityTags.of(version), tags);
    }
  }

  private static void requireNone(EntityTags tags, long version) {
    if (version != 0 && tags.fitWeakly(version)) {
      throw Problems.refusal(Kind.PRECONDITION, "there-already", EntityTags.of(version));
    }
  }
}
