package org.qingmen.engine.internal.life;

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
      PackDescriptor pack, String hash, Collection<Entry> present, Problems problems) {
    for (Entry other : present) {
      boolean same = other.id().equals(pack.id());
      if (same
          && other.status().version().equals(pack.version())
          && !other.hash().equals(hash)
          && !other.is(PackState.REFUSED)) {
        problems.add("pack.yaml", 0, "duplicate-version", pack.id(), pack.version(), other.hash());
      }
    }
    downgrade(pack, present).ifPresent(problems::add);
    overlap(pack, present).ifPresent(problems::add);
  }

  /** Refuses to put a pack into service. */
  static void demand(PackDescriptor pack, Collection<Entry> present) {
    Optional<PackProblem> problem = downgrade(pack, present).or(() -> overlap(pack, present));
    if (problem.isPresent()) {
      throw new PackException(problem.get().code(), problem.get().message());
    }
  }

  private static Optional<PackProblem> downgrade(PackDescriptor pack, Collection<Entry> present) {
    for (Entry other : present) {
      if (other.is(PackState.ACTIVE)
          && other.id().equals(pack.id())
          && other.meets(pack)
          && Versions.compare(pack.version(), other.status().version()) < 0) {
        return problem("downgrade", pack.id(), other.status().version(), pack.version());
      }
    }
    return Optional.empty();
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
          && sameBranches(other.descriptor(), pack)
          && !Collections.disjoint(other.descriptor().industries(), pack.industries())) {
        return problem(
            "overlap",
            String.join(", ", pack.industries()),
            pack.region().code(),
            other.id(),
            other.status().version());
      }
    }
    return Optional.empty();
  }

  /** A pack for all branches stands beside one for some: the latter is asked first. */
  private static boolean sameBranches(PackDescriptor one, PackDescriptor other) {
    return one.branches().isEmpty() == other.branches().isEmpty()
        && (one.branches().isEmpty() || !Collections.disjoint(one.branches(), other.branches()));
  }

  private static Optional<PackProblem> problem(String code, Object... values) {
    return Optional.of(new PackProblem("pack.yaml", 0, code, Messages.text(code, values)));
  }
}
