package org.qingmen.engine.internal.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.qingmen.engine.CanonicalPassage;
import org.qingmen.engine.Decider.Occasion;
import org.qingmen.engine.Decision;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.compile.ParameterSet;
import org.qingmen.engine.internal.json.FactsWriter;
import org.qingmen.engine.internal.pack.RuleMeta;
import org.qingmen.engine.internal.text.Messages;
import org.qingmen.model.Severity;
import org.qingmen.model.Verdict;
import org.qingmen.spi.facts.PassageFacts;
import org.qingmen.spi.facts.Traffic;
import org.qingmen.spi.facts.VehicleEvidence;
import org.qingmen.spi.intake.PassageAnswer.Finding;
import org.qingmen.spi.intake.PassageAnswer.Reason;
import org.qingmen.spi.pack.Parameter;

/** Decides one passage by given packs and writes the decision down. */
final class PassageRun {

  private final PassageFacts facts;
  private final Occasion occasion;
  private final List<Finding> noted;
  private final CanonicalPassage written;
  private final List<Said> said = new ArrayList<>();
  private final List<RuleMeta> fired = new ArrayList<>();
  private final List<Finding> failures = new ArrayList<>();
  private final TreeMap<String, Parameter> read = new TreeMap<>();

  PassageRun(PassageFacts facts, Occasion occasion, List<Finding> noted) {
    this(facts, occasion, noted, null);
  }

  /**
   * A run.
   *
   * @param written the record in canonical form; null when nobody wrote it yet
   */
  PassageRun(PassageFacts facts, Occasion occasion, List<Finding> noted, CanonicalPassage written) {
    this.facts = facts;
    this.occasion = occasion;
    this.noted = noted;
    this.written = written;
  }

  /** The decision; the caller has entered the packs. */
  Decision decide(List<CompiledPack> packs) {
    List<Object> inserted = inserted();
    for (int i = 0; i < packs.size(); i++) {
      evaluate(i, packs.get(i), inserted);
    }
    return write(packs);
  }

  /** Names of the rules that fired and of the parameters that were read. */
  Set<String> touched() {
    Set<String> names = new LinkedHashSet<>(read.keySet());
    fired.forEach(rule -> names.add(rule.name()));
    return names;
  }

  /**
   * Lets packs speak without a decision.
   *
   * @return whether a rule failed
   */
  boolean listen(List<Spoken.Asked> packs, LocalDate day, List<Said> heard) {
    List<Object> inserted = inserted();
    for (int i = 0; i < packs.size(); i++) {
      Spoken.Asked asked = packs.get(i);
      evaluate(i, asked.pack(), asked.day().isAfter(day) ? asked.day() : day, inserted);
    }
    heard.addAll(said);
    return !failures.isEmpty();
  }

  private void evaluate(int order, CompiledPack pack, List<Object> inserted) {
    evaluate(order, pack, Days.of(facts), inserted);
  }

  private void evaluate(int order, CompiledPack pack, LocalDate date, List<Object> inserted) {
    ParameterSet.Day day = pack.parameters().on(date);
    Fired listener = new Fired(pack);
    Map<String, Object> globals =
        Map.of("outcome", new OutcomeBook(order, pack, said), "parameters", new Reads(day, read));
    try {
      SessionRun.run(pack, globals, inserted, listener);
    } catch (RuleFailure e) {
      failures.add(
          new Finding(
              "rule-failed", Severity.GRAVE, "", Messages.text("rule-failed", e.getMessage())));
    }
    listener.orders().stream().mapToObj(pack::ruleAt).forEach(fired::add);
  }

  private List<Object> inserted() {
    List<Object> all = new ArrayList<>();
    all.add(facts.passage());
    all.add(facts.enterprise());
    all.addAll(facts.listed());
    all.addAll(facts.controls());
    if (facts.known() != null) {
      all.add(facts.known());
    }
    all.add(facts.traffic() == null ? Traffic.NONE : facts.traffic());
    all.add(new VehicleEvidence(facts.passage(), facts.known()));
    return all;
  }

  private Decision write(List<CompiledPack> packs) {
    Verdict verdict = Verdict.ALLOW;
    List<Reason> reasons = new ArrayList<>();
    List<Finding> findings = new ArrayList<>(noted);
    findings.addAll(failures);
    List<Said> sorted = Said.sorted(said);
    for (Said one : sorted) {
      RuleMeta rule = one.rule();
      if (one.verdict() != null) {
        verdict = verdict.strictest(one.verdict());
        reasons.add(new Reason(rule.code(), rule.clause(), one.message(), rule.name()));
      } else {
        findings.add(new Finding(rule.code(), one.severity(), one.field(), one.message()));
      }
    }
    CanonicalPassage canonical =
        written == null ? CanonicalPassage.of(facts.passage().record()) : written;
    byte[] factsJson = FactsWriter.write(facts, canonical.json(), noted);
    DecisionWriter writer = new DecisionWriter(packs, fired, read.values(), Days.of(facts));
    byte[] document =
        writer.passage(
            new DecisionWriter.PassageParts(
                occasion,
                facts.passage().record().receipt().value(),
                canonical.hash(),
                verdict,
                sorted,
                findings.subList(0, noted.size() + failures.size()),
                factsJson));
    return new Decision(verdict, reasons, findings, document, canonical.hash());
  }
}
