package org.qingmen.engine.internal.life;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.qingmen.engine.PackEvent;
import org.qingmen.engine.PackRef;
import org.qingmen.engine.PackStatus;
import org.qingmen.engine.PackStatus.Origin;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.spi.pack.PackState;

/**
 * What is kept about one content of a pack.
 *
 * @param ref its name for ever
 * @param descriptor what {@code pack.yaml} says; null when it cannot be read
 * @param origin where it came from
 * @param standing where it stands
 * @param history what happened to it
 */
record Entry(
    PackRef ref,
    PackDescriptor descriptor,
    Origin origin,
    Standing standing,
    List<PackEvent> history) {

  Entry {
    history = List.copyOf(history);
  }

  String id() {
    return ref.id();
  }

  String version() {
    return ref.version();
  }

  String hash() {
    return ref.hash();
  }

  PackState state() {
    return standing.state();
  }

  long turn() {
    return standing.turn();
  }

  boolean is(PackState... states) {
    return List.of(states).contains(standing.state());
  }

  /** Content hashes of what it was built on and of itself. */
  List<String> chain() {
    List<String> chain = new ArrayList<>(standing.bases().stream().map(PackRef::hash).toList());
    chain.add(hash());
    return chain;
  }

  /** Whether it was ever in service. */
  boolean served() {
    return history.stream().anyMatch(event -> event.act() == PackEvent.Act.ACTIVATED);
  }

  /** The same standing elsewhere. */
  Entry with(Standing now) {
    return new Entry(ref, descriptor, origin, now, history);
  }

  /** The same with one more step in its history. */
  Entry and(PackEvent event) {
    List<PackEvent> more = new ArrayList<>(history);
    more.add(event);
    return new Entry(ref, descriptor, origin, standing, more);
  }

  PackStatus status(boolean olderBase) {
    return new PackStatus(
        id(),
        version(),
        hash(),
        state(),
        descriptor,
        standing.signers(),
        origin,
        standing.problems(),
        standing.bases(),
        olderBase,
        standing.from(),
        standing.stopped(),
        history);
  }

  /** First day on which it serves or would. */
  LocalDate begins() {
    LocalDate valid = descriptor.validFrom();
    return standing.from() != null && standing.from().isAfter(valid) ? standing.from() : valid;
  }

  /** Whether every day on which the other serves is one of this one's. */
  boolean covers(Entry other) {
    LocalDate end = descriptor.validTo();
    LocalDate theirs = other.descriptor().validTo();
    return !begins().isAfter(other.begins())
        && (end == null || (theirs != null && !theirs.isAfter(end)))
        && descriptor.region().contains(other.descriptor().region())
        && holdsForAll(other.descriptor());
  }

  private boolean holdsForAll(PackDescriptor other) {
    List<String> mine = descriptor.enterprises();
    return mine.isEmpty()
        || (!other.enterprises().isEmpty() && mine.containsAll(other.enterprises()));
  }

  /** Whether there is a day on which both are valid. */
  boolean meets(PackDescriptor other) {
    return (descriptor.validTo() == null || !other.validFrom().isAfter(descriptor.validTo()))
        && (other.validTo() == null || !descriptor.validFrom().isAfter(other.validTo()));
  }
}
