package org.qingmen.engine.internal.life;

import java.time.LocalDate;
import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import org.qingmen.engine.PackException;
import org.qingmen.engine.internal.pack.Problems;
import org.qingmen.engine.internal.pack.Versions;
import org.qingmen.engine.internal.text.Messages;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.spi.pack.PackDescriptor.Kind;
import org.qingmen.spi.pack.PackProblem;
import org.qingmen.spi.pack.PackState;

/** Which packs may come in beside those that are here. */
final class Admission {

  private Admission() {}

  /** Adds what speaks against a pack that arrives. */
  static void check(
      PackDescriptor pack,
      String hash,
      LocalDate today,
      Collection<Entry> present,
      Problems problems) {
    for (Entry other : present) {
      if (other.id().equals(pack.id())
          && other.version().equals(pack.version())
          && !other.hash().equals(hash)
          && !other.is(PackState.REFUSED, PackState.DRAFT)) {
        problems.add("pack.yaml", 0, "duplicate-version", pack.id(), pack.version(), other.hash());
      }
    }
    if (pack.validTo() != null && pack.validTo().isBefore(today) && !pack.historic()) {
      problems.add("pack.yaml", 0, "expired", pack.id(), pack.version(), pack.validTo());
    }
    downgrade(pack, present).ifPresent(problems::add);
    serial(pack, hash, present).ifPresent(problems::add);
    overlap(pack, present).ifPresent(problems::add);
  }

  /** Refuses to put a pack into service. */
  static void demand(PackDescriptor pack, String hash, Collection<Entry> present) {
    Optional<PackProblem> problem =
        downgrade(pack, present)
            .or(() -> serial(pack, hash, present))
            .or(() -> overlap(pack, present));
    if (problem.isPresent()) {
      throw new PackException(problem.get().code(), problem.get().message());
    }
  }

  /** What once served for the same time is never followed by a lower version. */
  private static Optional<PackProblem> downgrade(PackDescriptor pack, Collection<Entry> present) {
    for (Entry other : present) {
      if (servedBefore(other, pack)
          && other.meets(pack)
          && Versions.compare(pack.version(), other.version()) < 0) {
        return problem("downgrade", pack.id(), other.version(), pack.version());
      }
    }
    return Optional.empty();
  }

  /** The counter only goes up, whatever the versions and days say. */
  private static Optional<PackProblem> serial(
      PackDescriptor pack, String hash, Collection<Entry> present) {
    long highest = 0;
    for (Entry other : present) {
      boolean counts = servedBefore(other, pack) && !other.hash().equals(hash);
      if (counts && other.descriptor().serial() != null) {
        highest = Math.max(highest, other.descriptor().serial());
      }
    }
    long own = pack.serial() == null ? 0 : pack.serial();
    return highest == 0 || own > highest
        ? Optional.empty()
        : problem("serial", pack.id(), pack.serial() == null ? "-" : own, highest);
  }

  private static boolean servedBefore(Entry other, PackDescriptor pack) {
    return other.id().equals(pack.id()) && other.descriptor() != null && other.served();
  }

  private static Optional<PackProblem> overlap(PackDescriptor pack, Collection<Entry> present) {
    for (Entry other : present) {
      if (pack.kind() == Kind.GRADING
          && other.is(PackState.ACTIVE)
          && !other.id().equals(pack.id())
          && other.descriptor().kind() == Kind.GRADING
          && other.descriptor().policy().equals(pack.policy())
          && other.descriptor().region().equals(pack.region())
          && other.meets(pack)
          && sameEnterprises(other.descriptor(), pack)
          && sameBranches(other.descriptor(), pack)
          && !Collections.disjoint(other.descriptor().industries(), pack.industries())) {
        return problem(
            "overlap",
            String.join(", ", pack.industries()),
            pack.region().code(),
            other.id(),
            other.version());
      }
    }
    return Optional.empty();
  }

  /** A pack for all branches stands beside one for some: the latter is asked first. */
  private static boolean sameBranches(PackDescriptor one, PackDescriptor other) {
    return one.branches().isEmpty() == other.branches().isEmpty()
        && (one.branches().isEmpty() || !Collections.disjoint(one.branches(), other.branches()));
  }

  private static boolean sameEnterprises(PackDescriptor one, PackDescriptor other) {
    return one.enterprises().isEmpty()
        ? other.enterprises().isEmpty()
        : !Collections.disjoint(one.enterprises(), other.enterprises());
  }

  private static Optional<PackProblem> problem(String code, Object... values) {
    return Optional.of(new PackProblem("pack.yaml", 0, code, Messages.text(code, values)));
  }
}
