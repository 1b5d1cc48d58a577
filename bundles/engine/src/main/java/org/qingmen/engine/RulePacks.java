package org.qingmen.engine;

import java.nio.file.Path;
import java.time.LocalDate;
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
   * @param draft whether it is kept as a draft, whatever is wrong with it, as long as it is an
   *     archive with a readable {@code pack.yaml}; an earlier draft of that version gives way
   * @param act who brings it
   * @return its status: signed or tested, or refused with its problems; the same content again
   *     changes nothing but that it may bring another signature, and that a version not yet in
   *     service is built on what its bases are now
   */
  PackStatus install(byte[] archive, boolean draft, PackAct act);

  /** The same for a pack that is no draft. */
  default PackStatus install(byte[] archive, String actor) {
    return install(archive, false, PackAct.by(actor));
  }

  /** The same for a folder. */
  PackStatus install(Path folder, String actor);

  /**
   * Checks a draft as if it arrived now: it becomes tested or signed, or stays a draft and its
   * problems say why.
   *
   * @throws PackException {@code not-found}, {@code no-draft}
   */
  PackStatus check(String id, String version, PackAct act);

  /**
   * Puts a tested version into service. Versions of one id serve side by side, each for the time it
   * is valid; where two are valid the one valid from the later day decides, then the higher
   * version. A version that serves, built on an older base, is built on the newer one.
   *
   * @param from first day of facts that it decides; null for all days of its validity
   * @throws PackException {@code not-found}, {@code not-ready}, {@code needs-approval}, {@code
   *     same-person}, {@code downgrade}, {@code serial}, {@code overlap}, {@code period}, {@code
   *     base-not-good}, or what is wrong with its signatures by now
   */
  PackStatus activate(String id, String version, LocalDate from, PackAct act);

  /** The same for all days of its validity. */
  default PackStatus activate(String id, String version, String actor) {
    return activate(id, version, null, PackAct.by(actor));
  }

  /**
   * Takes back the version that was put into service last, what it replaced serves again; or goes
   * back to any version that served before.
   *
   * @param to version to go back to; null to take the last activation back
   * @return the version that serves now
   * @throws PackException {@code not-found}, {@code nothing-to-roll-back}, {@code never-served}
   */
  PackStatus rollback(String id, String to, PackAct act);

  /** Takes the last activation back. */
  default PackStatus rollback(String id, String actor) {
    return rollback(id, null, PackAct.by(actor));
  }

  /**
   * Takes a version out of service for good; an earlier version that it replaced serves again.
   *
   * @throws PackException {@code not-found}
   */
  PackStatus retire(String id, String version, PackAct act);

  /** The same without a reason. */
  default PackStatus retire(String id, String version, String actor) {
    return retire(id, version, PackAct.by(actor));
  }

  /**
   * Puts a version away that serves no more; its decisions can still be replayed.
   *
   * @throws PackException {@code not-found}, {@code serves}
   */
  PackStatus archive(String id, String version, PackAct act);

  /**
   * Lets a tested version run beside the one in service, or ends that.
   *
   * @throws PackException {@code not-found}, {@code not-ready}
   */
  PackStatus shadow(String id, String version, boolean begin, PackAct act);

  /**
   * Stops all rules of a version that have this name or code; every decision that the version takes
   * part in names them from then on.
   *
   * @throws PackException {@code not-found}, {@code no-such-rule}
   */
  PackStatus stopRule(String id, String version, String rule, PackAct act);

  /** Lets stopped rules fire again. */
  PackStatus resumeRule(String id, String version, String rule, PackAct act);

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
