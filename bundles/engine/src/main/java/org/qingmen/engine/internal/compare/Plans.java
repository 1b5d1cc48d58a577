package org.qingmen.engine.internal.compare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.decide.PacksInService;
import org.qingmen.engine.internal.decide.Snapshot;
import org.qingmen.engine.internal.decide.Spoken.Asked;

/** Makes plans, one for all decisions that the same packs made and would make. */
final class Plans implements AutoCloseable {

  private static final Pattern HASH = Pattern.compile("\"hash\":\"([0-9a-f]{64})\"");

  /**
   * Packs that decided once and are fetched for a comparison; what others decided is asked whole.
   */
  private static final int MOST_OLD_PACKS = 12;

  private static final LocalDate ALWAYS = LocalDate.MIN;

  private final PacksInService packs;
  private final Snapshot snapshot;
  private final CompiledPack candidate;
  private final FactFields fields = new FactFields();
  private final ReducedPacks reduced = new ReducedPacks();
  private final Map<String, CompiledPack> old = new HashMap<>();
  private final Set<CompiledPack> entered = new HashSet<>();
  private final Map<CompiledPack, Definitions> definitions = new HashMap<>();
  private final Map<Case, Plan> plans = new ConcurrentHashMap<>();
  private final Map<Kind, Plan> byKind = new HashMap<>();

  /** What a decision was made by, when and where. */
  private record Case(String packs, String day, String division, String enterprise) {}

  /** What decided, what would decide today and tomorrow. */
  private record Kind(String packs, List<Asked> today, List<Asked> tomorrow) {}

  Plans(PacksInService packs, CompiledPack candidate) {
    this.packs = packs;
    this.snapshot = packs.snapshot();
    this.candidate = candidate;
  }

  /** The plan for a decision. */
  Plan of(StoredDecision decision) {
    Case key =
        new Case(decision.packs(), decision.dayText(), decision.division(), decision.enterprise());
    Plan known = plans.get(key);
    return known != null ? known : make(key, decision.day());
  }

  private synchronized Plan make(Case key, LocalDate day) {
    List<Asked> today = today(day, key);
    List<Asked> tomorrow = tomorrow(today, day, key);
    Plan plan =
        byKind.computeIfAbsent(
            new Kind(key.packs(), today, tomorrow),
            kind -> new Plan(today, tomorrow, differing(key.packs(), today, tomorrow)));
    plans.put(key, plan);
    return plan;
  }

  private List<Asked> today(LocalDate day, Case where) {
    List<Asked> today = new ArrayList<>();
    for (CompiledPack pack : snapshot.forPassage(day, where.division(), where.enterprise())) {
      enter(pack);
      today.add(new Asked(pack, ALWAYS));
    }
    return today;
  }

  private void enter(CompiledPack pack) {
    if (!entered.contains(pack)) {
      if (!pack.enter()) {
        throw new IllegalStateException(pack.ref().id() + " was closed; the comparison is void");
      }
      entered.add(pack);
    }
  }

  /** The same with the candidate for those of its id, where its region holds the division. */
  private List<Asked> tomorrow(List<Asked> today, LocalDate day, Case where) {
    if (!concerns(candidate, where.division(), where.enterprise())) {
      return today;
    }
    Set<String> bases = new HashSet<>();
    candidate.bases().forEach(base -> bases.add(base.ref().id()));
    LocalDate from = candidate.descriptor().validFrom();
    Asked own = new Asked(candidate, from.isAfter(day) ? from : ALWAYS);
    List<Asked> tomorrow = new ArrayList<>();
    boolean placed = false;
    for (Asked one : today) {
      String id = one.pack().ref().id();
      if (id.equals(candidate.ref().id())) {
        tomorrow.add(own);
        placed = true;
      } else if (!bases.contains(id)) {
        tomorrow.add(one);
      }
    }
    if (!placed) {
      tomorrow.add(own);
    }
    return tomorrow;
  }

  /** Whether a pack is made for this place and enterprise. */
  static boolean concerns(CompiledPack pack, String division, String enterprise) {
    String prefix = pack.descriptor().region().prefix();
    List<String> only = pack.descriptor().enterprises();
    return (prefix.isEmpty() || (division != null && division.startsWith(prefix)))
        && (only.isEmpty() || only.contains(enterprise));
  }

  private static List<String> hashes(String packs) {
    List<String> hashes = new ArrayList<>();
    Matcher found = HASH.matcher(packs);
    while (found.find()) {
      hashes.add(found.group(1));
    }
    return hashes;
  }

  private Plan.Differing differing(String decided, List<Asked> today, List<Asked> tomorrow) {
    List<CompiledPack> then = decided(decided, today);
    if (then == null) {
      return null;
    }
    Map<String, String> first = definitions(then);
    Map<String, String> second = definitions(today.stream().map(Asked::pack).toList());
    Map<String, String> third = definitions(tomorrow.stream().map(Asked::pack).toList());
    Set<String> keys = new HashSet<>(first.keySet());
    keys.addAll(second.keySet());
    keys.addAll(third.keySet());
    keys.removeIf(
        key ->
            Objects.equals(first.get(key), second.get(key))
                && Objects.equals(second.get(key), third.get(key)));
    tomorrow.stream()
        .filter(one -> one.day() != ALWAYS)
        .forEach(one -> keys.addAll(definitions(one.pack()).reading()));
    return differing(keys, today, tomorrow, then);
  }

  private Plan.Differing differing(
      Set<String> keys, List<Asked> today, List<Asked> tomorrow, List<CompiledPack> then) {
    List<Asked> fewToday = reduced.of(today, keys);
    List<Asked> fewTomorrow = reduced.of(tomorrow, keys);
    Set<String> names = new HashSet<>();
    Set<String> others = new HashSet<>();
    List<CompiledPack> all = new ArrayList<>(then);
    today.forEach(one -> all.add(one.pack()));
    tomorrow.forEach(one -> all.add(one.pack()));
    for (CompiledPack pack : all) {
      pack.rulesInOrder()
          .forEach(rule -> (keys.contains(rule.key()) ? names : others).add(rule.name()));
    }
    List<String> texts = new ArrayList<>();
    List<CompiledPack> asked = new ArrayList<>();
    fewToday.forEach(one -> asked.add(one.pack()));
    fewTomorrow.forEach(one -> asked.add(one.pack()));
    asked.forEach(pack -> texts.addAll(definitions(pack).texts().values()));
    Set<String> paths = fields.readBy(texts);
    boolean shared = names.stream().anyMatch(others::contains);
    boolean dated = texts.stream().anyMatch(text -> text.contains("parameters"));
    Projection projection = paths.contains(FactFields.EVERYTHING) ? null : new Projection(paths);
    List<Asked> few = new ArrayList<>(fewToday);
    few.addAll(fewTomorrow);
    Eras eras = dated ? new Eras(few) : null;
    return new Plan.Differing(fewToday, fewTomorrow, names, shared, projection, eras);
  }

  /** The packs that decided; null when one of them cannot be had, or did not serve whole. */
  private List<CompiledPack> decided(String named, List<Asked> today) {
    List<CompiledPack> then = new ArrayList<>();
    if (named.contains("\"stopped\"")) {
      return null;
    }
    List<String> hashes = hashes(named);
    for (int i = hashes.size() - 1; i >= 0; i--) {
      CompiledPack pack = decided(hashes, i, today);
      if (pack == null) {
        return null;
      }
      i -= pack.bases().size();
      then.add(pack);
    }
    return then;
  }

  private CompiledPack decided(List<String> hashes, int at, List<Asked> today) {
    List<String> chain = hashes.subList(0, at);
    for (Asked one : today) {
      List<String> own = one.pack().lineage().hashes();
      int from = at + 1 - own.size();
      if (from >= 0 && hashes.subList(from, at + 1).equals(own) && one.pack().stopped().isEmpty()) {
        return one.pack();
      }
    }
    String key = String.join(" ", hashes.subList(0, at + 1));
    CompiledPack known = old.get(key);
    if (known == null && old.size() < MOST_OLD_PACKS) {
      known = packs.entered(hashes.get(at), chain).orElse(null);
      if (known != null) {
        old.put(key, known);
      }
    }
    return known;
  }

  private Map<String, String> definitions(List<CompiledPack> all) {
    Map<String, String> merged = new LinkedHashMap<>();
    for (CompiledPack pack : all) {
      definitions(pack).all().forEach((key, text) -> merged.merge(key, text, (a, b) -> a + b));
    }
    return merged;
  }

  private Definitions definitions(CompiledPack pack) {
    return definitions.computeIfAbsent(pack, Definitions::new);
  }

  @Override
  public synchronized void close() {
    entered.forEach(CompiledPack::leave);
    old.values().forEach(CompiledPack::leave);
    entered.clear();
    old.clear();
    reduced.close();
  }
}
