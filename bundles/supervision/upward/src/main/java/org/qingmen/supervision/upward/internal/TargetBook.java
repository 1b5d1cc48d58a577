package org.qingmen.supervision.upward.internal;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.qingmen.spi.trust.ServerSeal;
import org.qingmen.store.AuditTrail;
import org.qingmen.store.Document;
import org.qingmen.store.Draft;
import org.qingmen.store.Registry;

/** The targets in the registry; their secrets lie beside them, sealed. */
final class TargetBook {

  private static final String KEY = "upward-key";
  private static final Set<String> MEMBERS =
      Set.of(
          "id",
          "title",
          "dialect",
          "address",
          "keyId",
          "secret",
          "division",
          "from",
          "enabled",
          "perMinute",
          "batch",
          "attempts",
          "summaries",
          "settings");

  /** What an answer says besides; whoever sends an answer back means no harm. */
  private static final List<String> ANSWERED =
      List.of("version", "author", "changed", "changedAt", "changedBy", "status");

  private static final int SHORTEST_SECRET = 16;

  private final Registry registry;
  private final AuditTrail audit;
  private final ServerSeal seal;
  private final Predicate<String> speaks;

  /**
   * @param speaks whether there is a reporter of a dialect
   */
  TargetBook(Registry registry, AuditTrail audit, ServerSeal seal, Predicate<String> speaks) {
    this.registry = registry;
    this.audit = audit;
    this.seal = seal;
    this.speaks = speaks;
  }

  Document put(String id, String json, String actor) {
    if (!id.matches("[A-Za-z0-9._-]{1,64}")) {
      throw Texts.badTarget("upward-id", "/id");
    }
    ObjectNode body = (ObjectNode) Target.json(json);
    check(body);
    String secret = body.path("secret").asText("");
    body.remove(ANSWERED);
    body.remove("secret");
    boolean fresh = registry.get(KEY, id).isEmpty();
    if (fresh || !secret.isEmpty()) {
      byte[] opened = decoded(secret);
      String closed = seal.seal(opened, "upward/" + id);
      registry.put(new Draft(KEY, id, null, null, "{\"sealed\":\"" + closed + "\"}"), actor);
    }
    body.put("id", id);
    String division = body.path("division").asText("000000");
    Document stored =
        registry.put(new Draft(Target.KIND, id, null, division, body.toString()), actor);
    audit.append(actor, "upward-target.put", id, null);
    return stored;
  }

  void delete(String id, String actor) {
    if (!registry.delete(Target.KIND, id, actor)) {
      throw Texts.unknownTarget(id);
    }
    registry.delete(KEY, id, actor);
    audit.append(actor, "upward-target.delete", id, null);
  }

  void note(String actor, String action, String id, String detail) {
    audit.append(actor, action, id, detail);
  }

  /** The secret of a target; empty when it is missing or sealed by another server. */
  Optional<byte[]> secret(String id) {
    return registry
        .get(KEY, id)
        .map(document -> Target.json(document.body()).path("sealed").asText())
        .flatMap(text -> seal.open(text, "upward/" + id));
  }

  private static byte[] decoded(String secret) {
    try {
      byte[] bytes = Base64.getDecoder().decode(secret);
      if (bytes.length >= SHORTEST_SECRET) {
        return bytes;
      }
    } catch (IllegalArgumentException e) {
      throw Texts.badTarget("upward-secret", "/secret");
    }
    throw Texts.badTarget("upward-secret", "/secret");
  }

  private void check(ObjectNode body) {
    checkAddress(body.path("address").asText());
    body.fieldNames()
        .forEachRemaining(
            name -> {
              if (!MEMBERS.contains(name) && !ANSWERED.contains(name)) {
                throw Texts.badTarget("upward-member", "/" + name, name);
              }
            });
    String from = body.path("from").asText("1970-01-01");
    try {
      LocalDate.parse(from);
    } catch (DateTimeException e) {
      throw Texts.badTarget("upward-from", "/from", from);
    }
    String dialect = body.path("dialect").asText("native");
    if (!speaks.test(dialect)) {
      throw Texts.badTarget("upward-dialect", "/dialect", dialect);
    }
  }

  private static void checkAddress(String address) {
    boolean right;
    try {
      URI uri = URI.create(address);
      right = uri.getHost() != null && List.of("http", "https").contains(uri.getScheme());
    } catch (IllegalArgumentException e) {
      right = false;
    }
    if (!right) {
      throw Texts.badTarget("upward-address", "/address");
    }
  }
}
