package org.qingmen.engine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Life of the rule packs. Every change is durable before it returns; a bad pack never replaces a
 * good one, also across a restart. Safe for concurrent use; evaluation never waits for a change.
 */
public interface RulePacks {

  /**
   * Reads, verifies, compiles and tests a pack; it is kept but not put into service.
   *
   * @param archive zip or jar
   * @param actor who brings it, for the record
   * @return its status: tested, or refused with its problems; the same content again returns what
   *     is there
   */
  PackStatus install(byte[] archive, String actor);

  /** The same for a folder. */
  PackStatus install(Path folder, String actor);

  /**
   * Puts a tested version into service. Versions of one id serve side by side, each for the time it
   * is valid; where two are valid the one valid from the later day decides, then the higher
   * version.
   *
   * @throws PackException {@code not-found}, {@code not-ready}, {@code downgrade}, {@code overlap}
   */
  PackStatus activate(String id, String version, String actor);

  /**
   * Takes back the version that was put into service last; what it replaced serves again.
   *
   * @return the version that serves now
   * @throws PackException {@code not-found}, {@code nothing-to-roll-back}
   */
  PackStatus rollback(String id, String actor);

  /**
   * Takes a version out of service for good; an earlier version that it replaced serves again.
   *
   * @throws PackException {@code not-found}
   */
  PackStatus retire(String id, String version, String actor);

  /**
   * Forgets a refused or never activated version. What once decided is kept, so that its decisions
   * can be replayed.
   *
   * @throws PackException {@code not-found}, {@code in-use}
   */
  void forget(String id, String version, String actor);

  /** All packs, ordered by id and version. */
  List<PackStatus> list();

  /** One version; when several contents claim it, the one that was not refused. */
  Optional<PackStatus> get(String id, String version);

  /** What a version holds, for people; empty when it is unknown or could not be read. */
  Optional<PackContent> content(String id, String version);

  /**
   * Looks into a version; what is returned must not keep the pack.
   *
   * @return empty when it is unknown or could not be read
   */
  <T> Optional<T> examine(String id, String version, Function<OpenPack, T> look);

  /** Calls {@code listener} after every change until the registration is closed. */
  Registration listen(Runnable listener);

  /** Ends what {@link #listen} began. */
  interface Registration extends AutoCloseable {
    @Override
    void close();
  }
}
