package org.qingmen.engine.internal.life;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qingmen.engine.PackAct;
import org.qingmen.engine.PackEvent.Act;
import org.qingmen.engine.PackException;
import org.qingmen.engine.PackRef;
import org.qingmen.engine.PackStatus;
import org.qingmen.engine.PackStatus.Origin;
import org.qingmen.engine.PackStatus.Signers;
import org.qingmen.engine.PackStatusStore;
import org.qingmen.engine.internal.pack.Lineage;
import org.qingmen.engine.internal.pack.PackFiles;
import org.qingmen.engine.internal.pack.Problems;
import org.qingmen.engine.internal.pack.RulePack;
import org.qingmen.engine.internal.text.Messages;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.spi.pack.PackState;

/** Takes in packs: verifies, compiles and tests them. Whoever calls holds the registry's lock. */
final class Arrivals {

  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  private final Book book;
  private final Shelf shelf;
  private final PackBuilder builder;
  private final PackStatusStore store;
  private final Trust trust;
  private final Clock clock;

  Arrivals(
      Book book,
      Shelf shelf,
      PackBuilder builder,
      PackStatusStore store,
      Trust trust,
      Clock clock) {
    this.book = book;
    this.shelf = shelf;
    this.builder = builder;
    this.store = store;
    this.trust = trust;
    this.clock = clock;
  }

  /** How a pack arrives: from where, by whom, and whether it is only a draft. */
  record Way(Origin origin, PackAct act, boolean draft) {}

  /** Takes a pack in; the same content again changes nothing but what it was built on. */
  Entry arrive(PackFiles files, Way way, Problems problems) {
    Optional<Entry> present =
        book.of(files.hash())
            .filter(entry -> !entry.is(PackState.REFUSED))
            .filter(entry -> !entry.is(PackState.DRAFT) || way.draft());
    if (present.isPresent() && problems.none()) {
      return again(present.get(), files, way);
    }
    PackDescriptor pack = builder.descriptor(files).orElse(null);
    boolean archiveGood = problems.none() && pack != null;
    Lineage built = null;
    Signers signers =
        trust.signers(files, pack, way.origin(), today(), way.draft() ? new Problems() : problems);
    if (pack != null && way.origin() != Origin.SHIPPED) {
      Admission.check(pack, files.hash(), today(), book.all(), problems);
    }
    if (problems.none()) {
      built = build(files, problems);
    }
    PackState good = way.draft() ? PackState.DRAFT : trust.good(signers, pack, way.origin());
    boolean kept = problems.none() || (way.draft() && archiveGood);
    PackState state = kept ? good : PackState.REFUSED;
    Standing standing =
        new Standing(state, signers, problems.all(), refs(built), 0, null, List.of());
    if (state != PackState.REFUSED) {
      keep(files);
    }
    Entry entry = new Entry(ref(pack, files), pack, way.origin(), standing, List.of());
    Entry noted = entry.and(now(way.act()).event(Act.INSTALLED, state, null));
    dropDrafts(noted);
    book.change(now(way.act()), noted);
    return noted;
  }

  /** The same content: it may carry more signatures, or its bases may have moved on. */
  private Entry again(Entry entry, PackFiles files, Way way) {
    Problems problems = new Problems();
    Entry now = entry;
    Signers signers = trust.signers(files, entry.descriptor(), entry.origin(), today(), problems);
    if (problems.none() && signers.count() > entry.standing().signers().count()) {
      keep(files);
      boolean waiting = entry.is(PackState.TESTED, PackState.SIGNED);
      Standing signed = entry.standing().signed(signers);
      PackState state = trust.good(signers, entry.descriptor(), entry.origin());
      String by = signers.approver() == null ? signers.author() : signers.approver();
      now = now(way.act()).move(entry, waiting ? signed.in(state) : signed, Act.SIGNED, by);
    }
    if (now.is(PackState.TESTED, PackState.SIGNED) && book.status(now).olderBase()) {
      now = rebased(now, way.act());
    }
    if (now != entry) {
      book.change(now(way.act()), now);
    }
    return now;
  }

  /** Checks a draft as if it arrived now. */
  Entry check(Entry draft, PackAct act) {
    PackFiles files =
        shelf
            .files(draft.hash())
            .orElseThrow(() -> PackRegistry.refuse("not-loadable", draft.id(), draft.version()));
    Problems problems = new Problems();
    PackDescriptor pack = draft.descriptor();
    Signers signers = trust.signers(files, pack, draft.origin(), today(), problems);
    Admission.check(pack, files.hash(), today(), book.all(), problems);
    Lineage built = problems.none() ? build(files, problems) : null;
    PackState good = trust.good(signers, pack, draft.origin());
    PackState state = problems.none() ? good : PackState.DRAFT;
    Standing standing =
        new Standing(state, signers, problems.all(), refs(built), 0, null, List.of());
    Entry checked = now(act).move(draft, standing, Act.CHECKED, null);
    book.change(now(act), checked);
    return checked;
  }

  /** The same pack built on what its bases are now; its cases are run again. */
  Entry rebased(Entry entry, PackAct act) {
    Problems problems = new Problems();
    Optional<PackFiles> files = shelf.files(entry.hash());
    Lineage built = files.isPresent() ? build(files.get(), problems) : null;
    if (built == null) {
      String why = problems.all().isEmpty() ? "" : problems.all().get(0).message().en();
      throw PackRegistry.refuse("base-not-good", entry.id(), entry.version(), why);
    }
    List<String> names =
        refs(built).stream().map(base -> base.id() + " " + base.version()).toList();
    return now(act)
        .move(entry, entry.standing().on(refs(built)), Act.REBASED, String.join(", ", names));
  }

  private Lineage build(PackFiles files, Problems problems) {
    Optional<PackBuilder.Built> built = builder.build(files, this::base, true, problems);
    built.ifPresent(done -> shelf.put(done.pack()));
    return built.map(done -> done.pack().lineage()).orElse(null);
  }

  Optional<Lineage> base(String id, Problems problems) {
    Optional<Lineage> found = book.base(id).flatMap(entry -> shelf.lineage(entry.chain()));
    if (found.isEmpty()) {
      problems.add("pack.yaml", 1, "unknown-base", id);
    }
    return found;
  }

  private static List<PackRef> refs(Lineage built) {
    return built == null ? List.of() : built.bases().stream().map(RulePack::ref).toList();
  }

  private static PackRef ref(PackDescriptor pack, PackFiles files) {
    return pack == null
        ? new PackRef(PackStatus.UNKNOWN, PackStatus.UNKNOWN, files.hash())
        : new PackRef(pack.id(), pack.version(), files.hash());
  }

  /** A draft gives way to what comes under its name. */
  private void dropDrafts(Entry arrived) {
    List<Entry> drafts = new ArrayList<>(book.all());
    drafts.removeIf(
        other ->
            !other.is(PackState.DRAFT)
                || arrived.is(PackState.REFUSED)
                || other.hash().equals(arrived.hash())
                || !other.id().equals(arrived.id())
                || !other.version().equals(arrived.version()));
    drafts.forEach(draft -> book.remove(draft.hash()));
  }

  private void keep(PackFiles files) {
    try {
      store.keep(files.hash(), files.zip());
    } catch (IOException e) {
      throw new PackException("not-durable", Messages.text("not-durable", e.getMessage()));
    }
  }

  Moment now(PackAct act) {
    return new Moment(clock.instant(), act);
  }

  private LocalDate today() {
    return clock.instant().atOffset(CHINA).toLocalDate();
  }
}
