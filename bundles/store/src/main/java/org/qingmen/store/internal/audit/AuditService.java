package org.qingmen.store.internal.audit;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.TypedQuery;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.store.AuditEntry;
import org.qingmen.store.AuditTrail;
import org.qingmen.store.ChainCheck;
import org.qingmen.store.Page;
import org.qingmen.store.PageCursor;
import org.qingmen.store.internal.jpa.AuditRow;
import org.qingmen.store.internal.jpa.ChainHead;
import org.qingmen.store.internal.jpa.Entities;

/** Audit trail on chained rows. */
@Component
public final class AuditService implements AuditTrail {

  private static final int STEP = 1000;
  private static final int LONGEST_ACTOR = 100;
  private static final int LONGEST_TARGET = 250;

  private final Entities entities;
  private final Clock clock;

  @Activate
  public AuditService(@Reference Entities entities) {
    this(entities, Clock.systemUTC());
  }

  public AuditService(Entities entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  @Override
  public AuditEntry append(String actor, String action, String target, String detailJson) {
    String who = cut(actor, LONGEST_ACTOR);
    String what = cut(action, LONGEST_ACTOR);
    String where = cut(target, LONGEST_TARGET);
    return entities.write(
        m -> {
          ChainHead head = m.find(ChainHead.class, "audit", LockModeType.PESSIMISTIC_WRITE);
          Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
          long number = head.number() + 1;
          String hash = hash(head.hash(), number, at, who, what, where, detailJson);
          AuditEntry entry = new AuditEntry(number, at, who, what, where, detailJson, hash);
          m.persist(new AuditRow(entry));
          head.advance(number, hash);
          return entry;
        });
  }

  @Override
  public Page<AuditEntry> list(String actor, String action, String cursor, int limit) {
    long before = PageCursor.number(cursor, Long.MAX_VALUE);
    List<AuditEntry> found = entities.read(m -> select(m, actor, action, before, limit + 1));
    boolean more = found.size() > limit;
    List<AuditEntry> items = more ? found.subList(0, limit) : found;
    return new Page<>(items, more ? Long.toString(items.get(limit - 1).number()) : null);
  }

  @Override
  public ChainCheck verify() {
    return entities.read(AuditService::verify);
  }

  private static ChainCheck verify(EntityManager m) {
    String hash = "";
    long number = 0;
    List<AuditEntry> rows;
    do {
      rows = after(m, number);
      for (AuditEntry e : rows) {
        number++;
        if (e.number() != number) {
          return new ChainCheck(false, number - 1, "audit " + number, "the row is missing");
        }
        hash = hash(hash, number, e.at(), e.actor(), e.action(), e.target(), e.detail());
        if (!hash.equals(e.hash())) {
          return new ChainCheck(
              false, number, "audit " + number, "the row does not fit its hash: it was altered");
        }
      }
      m.clear();
    } while (!rows.isEmpty());
    ChainHead head = m.find(ChainHead.class, "audit");
    if (head.number() != number || !head.hash().equals(hash)) {
      String row = "audit " + Math.max(1, Math.min(number + 1, head.number()));
      return new ChainCheck(false, number, row, "the end of the trail does not fit its head");
    }
    return ChainCheck.intact(number);
  }

  private static List<AuditEntry> select(
      EntityManager m, String actor, String action, long before, int limit) {
    TypedQuery<AuditRow> query =
        m.createQuery(
            "SELECT a FROM AuditRow a WHERE a.number < :before"
                + " AND a.actor LIKE :actor AND a.action LIKE :action ORDER BY a.number DESC",
            AuditRow.class);
    return query
        .setParameter("before", before)
        .setParameter("actor", actor == null ? "%" : actor)
        .setParameter("action", action == null ? "%" : action + "%")
        .setMaxResults(limit)
        .getResultStream()
        .map(AuditRow::toEntry)
        .toList();
  }

  private static List<AuditEntry> after(EntityManager m, long number) {
    return m.createQuery(
            "SELECT a FROM AuditRow a WHERE a.number > :number ORDER BY a.number", AuditRow.class)
        .setParameter("number", number)
        .setMaxResults(STEP)
        .getResultStream()
        .map(AuditRow::toEntry)
        .toList();
  }

  private static String hash(
      String before,
      long number,
      Instant at,
      String actor,
      String action,
      String target,
      String detail) {
    return HashChain.next(before, number, at.toEpochMilli(), actor, action, target, detail);
  }

  private static String cut(String text, int longest) {
    return text.length() <= longest ? text : text.substring(0, longest);
  }
}
