package org.qingmen.security.internal;

import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.qingmen.store.AuditEntry;
import org.qingmen.store.AuditTrail;
import org.qingmen.store.ChainCheck;
import org.qingmen.store.Page;

/** An audit trail that remembers. */
final class MemoryAudit implements AuditTrail {

  private final List<AuditEntry> entries = new CopyOnWriteArrayList<>();

  List<String> actions() {
    return entries.stream().map(AuditEntry::action).toList();
  }

  @Override
  public AuditEntry append(String actor, String action, String target, String detailJson) {
    AuditEntry entry =
        new AuditEntry(
            entries.size() + 1L, Instant.now(), actor, action, target, detailJson, "hash");
    entries.add(entry);
    return entry;
  }

  @Override
  public Page<AuditEntry> list(String actor, String action, String cursor, int limit) {
    return new Page<>(entries, null);
  }

  @Override
  public ChainCheck verify() {
    return ChainCheck.intact(entries.size());
  }
}
