package org.qingmen.store.internal.read;

import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.store.BadCursorException;
import org.qingmen.store.Page;
import org.qingmen.store.QuarantineStore;
import org.qingmen.store.QuarantinedMessage;
import org.qingmen.store.internal.jpa.Entities;
import org.qingmen.store.internal.jpa.QuarantineRow;

/** Messages in quarantine. */
@Component
public final class QuarantineReader implements QuarantineStore {

  private static final int BASE = 36;

  private final Entities entities;
  private final Clock clock;

  @Activate
  public QuarantineReader(@Reference Entities entities) {
    this(entities, Clock.systemUTC());
  }

  public QuarantineReader(Entities entities, Clock clock) {
    this.entities = entities;
    this.clock = clock;
  }

  @Override
  public Page<QuarantinedMessage> list(boolean openOnly, String reason, String cursor, int limit) {
    long before =
        cursor == null
            ? Long.MAX_VALUE
            : position(cursor).orElseThrow(() -> new BadCursorException(cursor));
    List<QuarantinedMessage> found =
        entities.read(m -> select(m, openOnly, reason, before, limit + 1));
    boolean more = found.size() > limit;
    List<QuarantinedMessage> items = more ? found.subList(0, limit) : found;
    return new Page<>(items, more ? items.get(limit - 1).id() : null);
  }

  @Override
  public Optional<QuarantinedMessage> find(String id) {
    return position(id)
        .flatMap(p -> Optional.ofNullable(entities.read(m -> m.find(QuarantineRow.class, p))))
        .map(QuarantineRow::toMessage);
  }

  @Override
  public Optional<QuarantinedMessage> resolve(String id, String actor, String resolution) {
    return position(id).flatMap(p -> entities.write(m -> resolve(m, p, actor, resolution)));
  }

  private Optional<QuarantinedMessage> resolve(
      EntityManager m, long position, String actor, String resolution) {
    QuarantineRow row = m.find(QuarantineRow.class, position, LockModeType.PESSIMISTIC_WRITE);
    if (row == null) {
      return Optional.empty();
    }
    row.resolve(actor, clock.instant(), resolution);
    return Optional.of(row.toMessage());
  }

  private static List<QuarantinedMessage> select(
      EntityManager m, boolean openOnly, String reason, long before, int limit) {
    String open = openOnly ? " AND q.resolvedBy IS NULL" : "";
    return m.createQuery(
            "SELECT q FROM QuarantineRow q WHERE q.pos < :before AND q.reason LIKE :reason"
                + open
                + " ORDER BY q.pos DESC",
            QuarantineRow.class)
        .setParameter("before", before)
        .setParameter("reason", reason == null ? "%" : reason)
        .setMaxResults(limit)
        .getResultStream()
        .map(QuarantineRow::toMessage)
        .toList();
  }

  private static Optional<Long> position(String id) {
    if (id == null || !id.matches("Q[0-9a-z]{1,12}")) {
      return Optional.empty();
    }
    return Optional.of(Long.parseLong(id.substring(1), BASE));
  }
}
