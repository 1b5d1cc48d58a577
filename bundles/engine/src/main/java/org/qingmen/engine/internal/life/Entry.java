package org.qingmen.engine.internal.life;

import java.time.Instant;
import java.util.List;
import org.qingmen.engine.PackStatus;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.spi.pack.PackProblem;
import org.qingmen.spi.pack.PackState;

/**
 * What is kept about one content of a pack.
 *
 * @param status where it stands
 * @param baseHash content of the pack it extends, fixed when it arrived; null for none
 * @param turn in which order packs were put into service; 0 when it is not in service
 */
record Entry(PackStatus status, String baseHash, long turn) {

  String id() {
    return status.id();
  }

  String hash() {
    return status.hash();
  }

  PackState state() {
    return status.state();
  }

  PackDescriptor descriptor() {
    return status.descriptor();
  }

  boolean is(PackState... states) {
    return List.of(states).contains(status.state());
  }

  Entry with(PackState state) {
    boolean serving = state == PackState.ACTIVE || state == PackState.SUPERSEDED;
    return changed(
        state, status.problems(), serving ? turn : 0, status.activatedAt(), status.activatedBy());
  }

  Entry stopped(PackState state, PackProblem problem) {
    return changed(state, List.of(problem), 0, status.activatedAt(), status.activatedBy());
  }

  Entry activated(long next, Instant at, String by) {
    return changed(PackState.ACTIVE, List.of(), next, at, by);
  }

  private Entry changed(
      PackState state, List<PackProblem> problems, long next, Instant at, String by) {
    PackStatus changed =
        new PackStatus(
            status.id(),
            status.version(),
            status.hash(),
            state,
            status.descriptor(),
            status.signedBy(),
            status.origin(),
            problems,
            status.installedAt(),
            status.installedBy(),
            at,
            by);
    return new Entry(changed, baseHash, next);
  }

  /** Whether every day on which the other is valid is one of this one's. */
  boolean covers(Entry other) {
    PackDescriptor mine = descriptor();
    PackDescriptor theirs = other.descriptor();
    boolean begins = !mine.validFrom().isAfter(theirs.validFrom());
    boolean ends =
        mine.validTo() == null
            || (theirs.validTo() != null && !theirs.validTo().isAfter(mine.validTo()));
    return begins && ends && mine.region().contains(theirs.region());
  }

  /** Whether there is a day on which both are valid. */
  boolean meets(PackDescriptor other) {
    PackDescriptor mine = descriptor();
    return (mine.validTo() == null || !other.validFrom().isAfter(mine.validTo()))
        && (other.validTo() == null || !mine.validFrom().isAfter(other.validTo()));
  }
}
