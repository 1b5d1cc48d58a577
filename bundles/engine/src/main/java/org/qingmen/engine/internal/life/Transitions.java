package org.qingmen.engine.internal.life;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.qingmen.engine.PackAct;
import org.qingmen.engine.PackEvent.Act;
import org.qingmen.engine.StoppedRule;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.pack.PackFiles;
import org.qingmen.engine.internal.pack.RuleMeta;
import org.qingmen.engine.internal.pack.Versions;
import org.qingmen.spi.pack.PackState;

/** What people do with packs that are here. Whoever calls holds the registry's lock. */
final class Transitions {

  private final Book book;
  private final Shelf shelf;
  private final Trust trust;
  private final Arrivals arrivals;

  Transitions(Book book, Shelf shelf, Trust trust, Arrivals arrivals) {
    this.book = book;
    this.shelf = shelf;
    this.trust = trust;
    this.arrivals = arrivals;
  }

  /** Puts a version into service; one that serves on an older base is built on the newer one. */
  void activate(Entry entry, LocalDate from, PackAct act) {
    boolean serves = entry.is(PackState.ACTIVE);
    boolean older = serves && book.status(entry).olderBase();
    if (serves && !older && (from == null || Objects.equals(from, entry.standing().from()))) {
      return;
    }
    demandReady(entry, from, act);
    Moment moment = arrivals.now(act);
    if (older) {
      Entry rebased = arrivals.rebased(entry, act);
      book.change(moment, from == null ? rebased : serving(rebased, from, moment));
      return;
    }
    if (shelf.get(entry.chain()).isEmpty()) {
      throw PackRegistry.refuse("not-loadable", entry.id(), entry.version());
    }
    book.change(moment, serving(entry, from, moment));
  }

  private Entry serving(Entry entry, LocalDate from, Moment moment) {
    Standing serving = entry.standing().serving(book.nextTurn(), from);
    String detail = from == null ? null : from.toString();
    return moment.move(entry, serving, Act.ACTIVATED, detail);
  }

  private void demandReady(Entry entry, LocalDate from, PackAct act) {
    if (!entry.is(
        PackState.TESTED,
        PackState.SIGNED,
        PackState.SHADOW,
        PackState.ACTIVE,
        PackState.SUPERSEDED,
        PackState.RETIRED)) {
      throw PackRegistry.refuse("not-ready", entry.id(), entry.version(), entry.state());
    }
    LocalDate last = entry.descriptor().validTo();
    if (from != null && last != null && from.isAfter(last)) {
      throw PackRegistry.refuse("period", from, last);
    }
    trust.demand(entry, files(entry));
    trust.demandSecondPerson(entry, act.actor());
    Admission.demand(entry.descriptor(), entry.hash(), book.all());
  }

  private PackFiles files(Entry entry) {
    return shelf
        .files(entry.hash())
        .orElseThrow(() -> PackRegistry.refuse("not-loadable", entry.id(), entry.version()));
  }

  /** Takes back what was put into service last. */
  void rollback(String id, PackAct act) {
    List<Entry> stack = book.serving(id);
    if (stack.isEmpty()) {
      throw PackRegistry.refuse("not-found", id, "");
    }
    if (stack.size() < 2) {
      throw PackRegistry.refuse("nothing-to-roll-back", id);
    }
    Entry last = stack.get(0);
    Moment moment = arrivals.now(act);
    book.change(
        moment,
        moment.move(
            last, last.standing().in(PackState.RETIRED), Act.ROLLED_BACK, stack.get(1).version()));
  }

  /** Goes back to a version that served before, however many came after it. */
  void rollback(Entry to, PackAct act) {
    if (!to.served() || to.is(PackState.QUARANTINED, PackState.ARCHIVED)) {
      throw PackRegistry.refuse("never-served", to.id(), to.version());
    }
    trust.demand(to, files(to));
    if (shelf.get(to.chain()).isEmpty()) {
      throw PackRegistry.refuse("not-loadable", to.id(), to.version());
    }
    Moment moment = arrivals.now(act);
    List<Entry> changed = new ArrayList<>();
    for (Entry other : book.serving(to.id())) {
      if (Versions.compare(other.version(), to.version()) > 0) {
        Standing retired = other.standing().in(PackState.RETIRED);
        changed.add(moment.move(other, retired, Act.ROLLED_BACK, to.version()));
      }
    }
    if (!to.is(PackState.ACTIVE)) {
      changed.add(serving(to, to.standing().from(), moment));
    }
    book.change(moment, changed.toArray(Entry[]::new));
  }

  /** Moves a version that is not needed in service any more. */
  void end(Entry entry, PackState state, Act what, PackAct act) {
    if (state == PackState.ARCHIVED && entry.is(PackState.ACTIVE, PackState.SHADOW)) {
      throw PackRegistry.refuse("serves", entry.id(), entry.version());
    }
    Moment moment = arrivals.now(act);
    book.change(moment, moment.move(entry, entry.standing().in(state), what, null));
  }

  /** Lets a version run beside the one in service, or ends that. */
  void shadow(Entry entry, boolean begin, PackAct act) {
    PackState needed =
        begin
            ? trust.good(entry.standing().signers(), entry.descriptor(), entry.origin())
            : PackState.SHADOW;
    if (!entry.is(needed)) {
      throw PackRegistry.refuse("not-ready", entry.id(), entry.version(), entry.state());
    }
    trust.demand(entry, files(entry));
    PackState next =
        begin
            ? PackState.SHADOW
            : trust.good(entry.standing().signers(), entry.descriptor(), entry.origin());
    Moment moment = arrivals.now(act);
    book.change(moment, moment.move(entry, entry.standing().in(next), Act.SHADOWED, null));
  }

  /** Stops every rule with a name or code, or lets them fire again. */
  void stop(Entry entry, String rule, boolean stop, PackAct act) {
    CompiledPack pack =
        shelf
            .get(entry.chain())
            .orElseThrow(() -> PackRegistry.refuse("not-loadable", entry.id(), entry.version()));
    List<RuleMeta> meant =
        pack.rulesInOrder().stream()
            .filter(meta -> meta.name().equals(rule) || meta.code().equals(rule))
            .toList();
    if (meant.isEmpty()) {
      throw PackRegistry.refuse("no-such-rule", entry.id(), entry.version(), rule);
    }
    List<String> keys = meant.stream().map(RuleMeta::key).toList();
    Moment moment = arrivals.now(act);
    List<StoppedRule> stopped = new ArrayList<>(entry.standing().stopped());
    stopped.removeIf(one -> keys.contains(one.key()));
    if (stop) {
      for (RuleMeta meta : meant) {
        stopped.add(
            new StoppedRule(
                meta.key(), meta.name(), meta.code(), moment.at(), act.actor(), act.reason()));
      }
    }
    Act what = stop ? Act.RULE_STOPPED : Act.RULE_RESUMED;
    book.change(moment, moment.move(entry, entry.standing().without(stopped), what, rule));
  }
}
