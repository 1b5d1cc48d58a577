package org.qingmen.engine.internal.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import org.qingmen.engine.Comparing.Scope;
import org.qingmen.engine.Comparison;
import org.qingmen.engine.PackRef;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.decide.PacksInService;
import org.qingmen.engine.internal.json.FactsReader;
import org.qingmen.engine.internal.json.GradingFactsJson;
import org.qingmen.model.Verdict;
import org.qingmen.spi.facts.GradingFacts;
import org.qingmen.spi.facts.PassageFacts;
import org.qingmen.spi.pack.PackDescriptor;

/** Compares by asking only the rules that differ, and all of them where that does not suffice. */
final class PackComparison implements Comparison {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Compared UNREADABLE =
      new Compared(false, null, null, null, null, Set.of(), Set.of());
  private static final Compared OUTSIDE =
      new Compared(true, null, null, null, null, Set.of(), Set.of());

  private final CompiledPack candidate;
  private final PackRef serving;
  private final Plans plans;
  private final GradePair grades;
  private final String from;
  private final String to;
  private final String division;
  private final LongAdder remembered = new LongAdder();
  private final LongAdder evaluated = new LongAdder();
  private final LongAdder whole = new LongAdder();

  /** The caller has entered the candidate. */
  PackComparison(PacksInService packs, CompiledPack candidate, PackRef serving, Scope scope) {
    this.candidate = candidate;
    this.serving = serving;
    this.plans = new Plans(packs, candidate);
    this.grades = new GradePair(packs, candidate);
    // Days are compared as they are written.
    this.from = scope.from() == null ? "" : scope.from().toString();
    this.to = scope.to() == null ? "9999-99-99" : scope.to().toString();
    this.division = scope.division();
  }

  @Override
  public PackDescriptor.Kind kind() {
    return candidate.descriptor().kind();
  }

  @Override
  public PackRef serving() {
    return serving;
  }

  @Override
  public Compared passage(byte[] decisionDocument) {
    StoredDecision decision = StoredDecision.of(decisionDocument);
    if (decision == null) {
      return UNREADABLE;
    }
    if (!wanted(decision)) {
      return OUTSIDE;
    }
    Plan plan = plans.of(decision);
    if (plan.whole() || decision.failed()) {
      return whole(plan, decision);
    }
    if (plan.nothing()) {
      return same(decision);
    }
    Plan.Effect effect = effect(plan, decision);
    return effect == null ? UNREADABLE : judged(plan, decision, effect);
  }

  private Plan.Effect effect(Plan plan, StoredDecision decision) {
    Optional<Projection.Extract> extract = plan.extract(decision);
    Plan.Effect known = extract.map(plan::remembered).orElse(null);
    if (known != null) {
      remembered.increment();
      return known;
    }
    Optional<PassageFacts> facts = facts(decision);
    if (facts.isEmpty()) {
      return null;
    }
    evaluated.increment();
    Plan.Effect effect = plan.evaluate(facts.get());
    extract.ifPresent(key -> plan.remember(key, effect));
    return effect;
  }

  /** Puts what the differing rules say together with what all others said. */
  private Compared judged(Plan plan, StoredDecision decision, Plan.Effect effect) {
    if (effect.failed()) {
      return whole(plan, decision);
    }
    Verdict before = effect.before();
    Verdict after = effect.after();
    if (before == after) {
      return compared(decision, before, after, effect);
    }
    Verdict stored = decision.verdict();
    boolean othersSilent = stored == Verdict.ALLOW || plan.gaveAll(decision.reasonsBy());
    boolean othersWeaker =
        stored != null && before.strictest(stored) == before && after.strictest(stored) == after;
    return othersSilent || othersWeaker
        ? compared(decision, before, after, effect)
        : whole(plan, decision);
  }

  @Override
  public Compared whole(byte[] decisionDocument) {
    StoredDecision decision = StoredDecision.of(decisionDocument);
    if (decision == null) {
      return UNREADABLE;
    }
    return wanted(decision) ? whole(plans.of(decision), decision) : OUTSIDE;
  }

  private boolean wanted(StoredDecision decision) {
    String day = decision.dayText();
    boolean here =
        division.isEmpty()
            || (decision.division() != null && decision.division().startsWith(division));
    return here && day.compareTo(from) >= 0 && day.compareTo(to) <= 0;
  }

  private Compared whole(Plan plan, StoredDecision decision) {
    whole.increment();
    return facts(decision)
        .map(facts -> plan.evaluateAll(facts))
        .map(effect -> compared(decision, effect.before(), effect.after(), effect))
        .orElse(UNREADABLE);
  }

  private static Optional<PassageFacts> facts(StoredDecision decision) {
    try {
      return Optional.of(
          FactsReader.passage(
              JSON.readTree(
                  decision.json(), decision.facts(), decision.json().length - decision.facts())));
    } catch (IOException | IllegalArgumentException | DateTimeException | NullPointerException e) {
      // What was stored damaged is found by replay; here it is counted as unreadable.
      return Optional.empty();
    }
  }

  private static Compared same(StoredDecision decision) {
    return new Compared(
        true, decision.enterprise(), decision.division(), null, null, Set.of(), Set.of());
  }

  private static Compared compared(
      StoredDecision decision, Verdict before, Verdict after, Plan.Effect effect) {
    boolean flips = before != after;
    return new Compared(
        true,
        decision.enterprise(),
        decision.division(),
        flips ? before : null,
        flips ? after : null,
        effect.gone(),
        effect.fresh());
  }

  @Override
  public ComparedGrade grade(GradingFacts facts) {
    return grades.of(facts);
  }

  @Override
  public ComparedGrade grade(byte[] decisionDocument) {
    try {
      JsonNode document = JSON.readTree(decisionDocument);
      return "grade".equals(document.path("kind").asText())
          ? grades.of(GradingFactsJson.read(document.path("facts")))
          : null;
    } catch (IOException | IllegalArgumentException | DateTimeException | NullPointerException e) {
      return null;
    }
  }

  @Override
  public Effort effort() {
    return new Effort(remembered.sum(), evaluated.sum(), whole.sum());
  }

  @Override
  public void close() {
    plans.close();
    candidate.leave();
  }

  static List<PackDescriptor.Kind> comparable() {
    return List.of(
        PackDescriptor.Kind.GATE, PackDescriptor.Kind.VERIFICATION, PackDescriptor.Kind.GRADING);
  }
}
