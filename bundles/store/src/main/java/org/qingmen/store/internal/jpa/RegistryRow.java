package org.qingmen.store.internal.jpa;

import jakarta.persistence.Basic;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Lob;
import jakarta.persistence.Table;
import java.time.Instant;
import org.qingmen.store.Document;
import org.qingmen.store.Draft;

/** One version of a registry document. */
@Entity(name = "RegistryRow")
@Table(name = "registry_document")
@IdClass(RegistryRow.Key.class)
public class RegistryRow {

  /** Kind, id and version. */
  public record Key(String kind, String docId, long version) {}

  @Id private String kind;

  @Id
  @Column(name = "doc_id")
  private String docId;

  @Id private long version;
  private String enterprise;
  private String division;
  @Lob @Basic private String body;
  private String author;
  private long written;
  private boolean deleted;
  private boolean latest;

  protected RegistryRow() {}

  /** The version after {@code before}, which may be null. */
  public static RegistryRow after(RegistryRow before, Draft draft, String author, Instant at) {
    RegistryRow row = new RegistryRow();
    row.kind = draft.kind();
    row.docId = draft.id();
    row.version = before == null ? 1 : before.version + 1;
    row.enterprise = draft.enterprise();
    row.division = draft.division();
    row.body = draft.body();
    row.author = author;
    // History is read by time: a version is never older than the one it follows.
    row.written =
        before == null ? at.toEpochMilli() : Math.max(at.toEpochMilli(), before.written + 1);
    row.latest = true;
    if (before != null) {
      before.latest = false;
    }
    return row;
  }

  /** Marks this version as a deletion. */
  public RegistryRow asDeletion() {
    deleted = true;
    return this;
  }

  public long version() {
    return version;
  }

  public boolean deleted() {
    return deleted;
  }

  public Document toDocument() {
    return new Document(
        kind,
        docId,
        enterprise,
        division,
        version,
        body,
        author,
        Instant.ofEpochMilli(written),
        deleted);
  }
}
