package org.qingmen.store.internal.jpa;

import jakarta.persistence.Basic;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import org.qingmen.store.AuditEntry;

/** One act in the audit trail. */
@Entity(name = "AuditRow")
@Table(name = "audit_entry")
public class AuditRow {

  @Id private long number;
  private long happened;
  private String actor;
  private String action;
  private String target;
  @Lob @Basic private String detail;
  private String hash;

  protected AuditRow() {}

  public AuditRow(AuditEntry entry) {
    this.number = entry.number();
    this.happened = entry.at().toEpochMilli();
    this.actor = entry.actor();
    this.action = entry.action();
    this.target = entry.target();
    this.detail = entry.detail();
    this.hash = entry.hash();
  }

  public AuditEntry toEntry() {
    return new AuditEntry(
        number, Instant.ofEpochMilli(happened), actor, action, target, detail, hash);
  }
}
