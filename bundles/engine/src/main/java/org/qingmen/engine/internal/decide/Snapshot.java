package org.qingmen.engine.internal.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.pack.Versions;
import org.qingmen.model.Division;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.facts.GradingFacts;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.spi.pack.PackDescriptor.Kind;

/** The packs in service at one moment; never changes, so that evaluations need no lock. */
public final class Snapshot {

  private static final int SELECTIONS_KEPT = 4_096;

  private static final Set<Kind> PASSAGES = Set.of(Kind.GATE, Kind.VERIFICATION);

  /**
   * Of two packs with one id, the one valid from the later day decides, then the higher version.
   */
  private static final Comparator<CompiledPack> PRECEDENCE =
      Comparator.comparing(CompiledPack::from)
          .thenComparing(pack -> pack.descriptor().version(), Versions::compare);

  /** Wider regions first; what holds for named enterprises only comes after all regions. */
  private static final Comparator<CompiledPack> CLOSENESS =
      Comparator.comparing((CompiledPack pack) -> !pack.descriptor().enterprises().isEmpty())
          .thenComparing(pack -> !pack.descriptor().branches().isEmpty())
          .thenComparing(pack -> pack.descriptor().region().prefix().length());

  private final List<CompiledPack> packs;
  private final Set<String> enterprises = new HashSet<>();
  private final Map<Place, List<CompiledPack>> selections = new ConcurrentHashMap<>();

  /** Takes the packs in service. */
  public Snapshot(Collection<CompiledPack> packs) {
    this.packs = List.copyOf(packs);
    this.packs.forEach(pack -> enterprises.addAll(pack.descriptor().enterprises()));
  }

  /** The same without one pack. */
  public Snapshot without(CompiledPack pack) {
    return new Snapshot(packs.stream().filter(other -> !other.sameAs(pack)).toList());
  }

  /** Which kinds of packs are asked, when and where. */
  private record Place(Set<Kind> kinds, LocalDate day, String division, String enterprise) {}

  /** Packs that decide a passage: gate first, wider regions first, an enterprise's own last. */
  public List<CompiledPack> forPassage(LocalDate day, String division, String enterprise) {
    return selected(new Place(PASSAGES, day, division, named(enterprise)));
  }

  /** Packs of one kind: wider regions first, an enterprise's own last, then by id. */
  List<CompiledPack> forMatter(Kind kind, LocalDate day, String division, String enterprise) {
    return selected(new Place(Set.of(kind), day, division, named(enterprise)));
  }

  /** Enterprises without a pack of their own share one selection. */
  private String named(String enterprise) {
    return enterprise != null && enterprises.contains(enterprise) ? enterprise : null;
  }

  private List<CompiledPack> selected(Place place) {
    if (selections.size() > SELECTIONS_KEPT) {
      selections.clear();
    }
    return selections.computeIfAbsent(place, this::select);
  }

  private List<CompiledPack> select(Place place) {
    Map<String, CompiledPack> byId = new HashMap<>();
    for (CompiledPack pack : inForce(place.day(), place.division(), place.enterprise())) {
      if (place.kinds().contains(pack.descriptor().kind())) {
        byId.merge(pack.ref().id(), pack, Snapshot::preferred);
      }
    }
    Set<String> extended = new HashSet<>();
    byId.values().forEach(pack -> pack.bases().forEach(base -> extended.add(base.ref().id())));
    return byId.values().stream()
        .filter(pack -> !extended.contains(pack.ref().id()))
        .sorted(
            Comparator.comparing((CompiledPack pack) -> pack.descriptor().kind())
                .thenComparing(CLOSENESS)
                .thenComparing(pack -> pack.ref().id()))
        .toList();
  }

  private static CompiledPack preferred(CompiledPack one, CompiledPack other) {
    return PRECEDENCE.compare(one, other) >= 0 ? one : other;
  }

  private List<CompiledPack> inForce(LocalDate day, String division, String enterprise) {
    List<CompiledPack> found = new ArrayList<>();
    for (CompiledPack pack : packs) {
      PackDescriptor descriptor = pack.descriptor();
      if (pack.inForce(day)
          && contains(descriptor.region(), division)
          && descriptor.holdsFor(enterprise)) {
        found.add(pack);
      }
    }
    return found;
  }

  private static boolean contains(Division region, String division) {
    String prefix = region.prefix();
    return prefix.isEmpty() || (division != null && division.startsWith(prefix));
  }

  /**
   * The pack that grades an industry: the enterprise's own, one made for the branch, the closest
   * region, the newest policy.
   *
   * @param policy policy asked for, null for the newest that does not wait to be asked for
   */
  public Optional<CompiledPack> forGrade(GradingFacts facts, String policy) {
    Enterprise enterprise = facts.enterprise();
    return inForce(facts.to(), enterprise.division(), enterprise.id()).stream()
        .filter(pack -> grades(pack.descriptor(), facts))
        .filter(
            pack ->
                policy == null
                    ? !pack.descriptor().onRequest()
                    : policy.equals(pack.descriptor().policy()))
        .max(CLOSENESS.thenComparing(PRECEDENCE));
  }

  /** Whether a pack grades this industry and branch. */
  public static boolean grades(PackDescriptor pack, GradingFacts facts) {
    return pack.kind() == Kind.GRADING
        && pack.industries().contains(facts.industry())
        && (pack.branches().isEmpty() || pack.branches().contains(facts.branch()));
  }
}
