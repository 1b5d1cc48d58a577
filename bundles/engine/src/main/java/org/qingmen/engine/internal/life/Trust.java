package org.qingmen.engine.internal.life;

import java.time.LocalDate;
import java.time.ZoneOffset;
import org.qingmen.engine.PackEvent;
import org.qingmen.engine.PackException;
import org.qingmen.engine.PackStatus.Origin;
import org.qingmen.engine.PackStatus.Signers;
import org.qingmen.engine.internal.pack.PackFiles;
import org.qingmen.engine.internal.pack.Problems;
import org.qingmen.engine.internal.pack.TrustedKeys;
import org.qingmen.engine.internal.text.Messages;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.spi.pack.PackProblem;
import org.qingmen.spi.pack.PackState;

/**
 * Whether a pack may be trusted: when it arrives, before it serves, and whenever a server starts.
 */
final class Trust {

  private static final Signers DISTRIBUTION = new Signers("distribution", null);

  private final TrustedKeys keys;
  private final boolean secondPerson;

  /**
   * Trusts by keys.
   *
   * @param secondPerson whether who puts a pack into service must be another person than who
   *     brought it, unless two persons signed it
   */
  Trust(TrustedKeys keys, boolean secondPerson) {
    this.keys = keys;
    this.secondPerson = secondPerson;
  }

  /** Who signed a pack that arrives; what is wrong is added to {@code problems}. */
  Signers signers(
      PackFiles files, PackDescriptor pack, Origin origin, LocalDate day, Problems problems) {
    return origin == Origin.SHIPPED
        ? DISTRIBUTION
        : keys.check(files, keys.demanded(pack), day, problems);
  }

  /** State of a good pack with these signatures. */
  PackState good(Signers signers, PackDescriptor pack, Origin origin) {
    boolean enough = origin == Origin.SHIPPED || signers.count() >= keys.demanded(pack);
    return enough && signers.count() > 0 ? PackState.SIGNED : PackState.TESTED;
  }

  /** Adds what makes a pack that is kept untrustworthy by now. */
  void again(Entry entry, PackFiles files, Problems problems) {
    if (entry.origin() == Origin.SHIPPED) {
      return;
    }
    PackEvent signed = entry.history().get(0);
    for (PackEvent event : entry.history()) {
      signed = event.act() == PackEvent.Act.SIGNED ? event : signed;
    }
    LocalDate day = signed.at().atOffset(ZoneOffset.ofHours(8)).toLocalDate();
    int demanded = keys.demanded(entry.descriptor());
    Signers now = keys.check(files, demanded, day, problems);
    if (problems.none() && now.count() < demanded) {
      problems.add(null, 0, "needs-approval", entry.id(), entry.version(), now.count(), demanded);
    }
  }

  /** Refuses a person who would put the own pack into service. */
  void demandSecondPerson(Entry entry, String actor) {
    boolean twoSigned = entry.standing().signers().count() > 1;
    if (secondPerson
        && !twoSigned
        && entry.origin() != Origin.SHIPPED
        && entry.history().get(0).by().equals(actor)) {
      throw new PackException(
          "same-person", Messages.text("same-person", entry.id(), entry.version(), actor));
    }
  }

  /** Refuses what cannot be trusted. */
  void demand(Entry entry, PackFiles files) {
    Problems problems = new Problems();
    again(entry, files, problems);
    for (PackProblem problem : problems.all()) {
      throw new PackException(problem.code(), problem.message());
    }
  }
}
