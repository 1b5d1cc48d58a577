package org.qingmen.supervision.control.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.qingmen.model.AlertLevel;
import org.qingmen.model.Coded;
import org.qingmen.store.Document;
import org.qingmen.store.StoredJson;
import org.qingmen.supervision.control.PolicyState;

/**
 * A control policy in memory.
 *
 * @param alert level from which on it is in force, null when it stands alone
 * @param approved when it was approved, null for a draft
 * @param withdrawn when it was taken back, null while it was not
 */
record Policy(
    Document document,
    long listVersion,
    String title,
    Target target,
    ControlTerms terms,
    AlertLevel alert,
    boolean additional,
    String clause,
    String source,
    Instant from,
    Instant to,
    Instant approved,
    Instant withdrawn)
    implements Versioned {

  static Policy read(Document document) {
    JsonNode body = StoredJson.body(document);
    return new Policy(
        document,
        VersionedList.of(body),
        StoredJson.text(body, "title"),
        Target.read(body.path("target")),
        ControlTerms.read(body.path("control")),
        Coded.of(AlertLevel.class, StoredJson.text(body, "alert")).orElse(null),
        body.path("additional").asBoolean(),
        StoredJson.text(body, "clause"),
        StoredJson.text(body, "source"),
        StoredJson.time(body, "from"),
        StoredJson.time(body, "to"),
        StoredJson.time(body, "approvedAt"),
        StoredJson.time(body, "withdrawnAt"));
  }

  String id() {
    return document.id();
  }

  PolicyState state(Instant at) {
    if (withdrawn != null && !at.isBefore(withdrawn)) {
      return PolicyState.WITHDRAWN;
    }
    if (approved == null) {
      return PolicyState.DRAFT;
    }
    if (at.isBefore(from)) {
      return PolicyState.APPROVED;
    }
    return Periods.holds(from, to, at) ? PolicyState.IN_FORCE : PolicyState.EXPIRED;
  }

  /** Whether it was ever more than a draft. */
  boolean published() {
    return approved != null || withdrawn != null;
  }

  /** Whether it replaces policies that are further from the enterprise. */
  boolean replaces() {
    return target.tier() == Target.Tier.ENTERPRISE && !additional;
  }
}
