package org.qingmen.store.internal.jpa;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.qingmen.store.QuarantinedMessage;

/** A message in quarantine; written by the projector, resolved here. */
@Entity(name = "QuarantineRow")
@Table(name = "quarantine_message")
public class QuarantineRow {

  @Id private long pos;
  private long received;
  private String source;
  private String protocol;
  private String reason;
  private String enterprise;
  private int size;

  @Column(name = "resolved_by")
  private String resolvedBy;

  @Column(name = "resolved_at")
  private Long resolvedAt;

  private String resolution;

  protected QuarantineRow() {}

  /** Marks it as dealt with, unless somebody did before. */
  public void resolve(String actor, Instant at, String what) {
    if (resolvedBy == null) {
      resolvedBy = actor;
      resolvedAt = at.toEpochMilli();
      resolution = what;
    }
  }

  public QuarantinedMessage toMessage() {
    return new QuarantinedMessage(
        "Q" + Long.toString(pos, 36),
        pos,
        Instant.ofEpochMilli(received),
        source,
        protocol,
        reason,
        enterprise,
        size,
        resolvedBy,
        resolvedAt == null ? null : Instant.ofEpochMilli(resolvedAt),
        resolution);
  }
}
