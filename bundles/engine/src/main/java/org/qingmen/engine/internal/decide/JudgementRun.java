package org.qingmen.engine.internal.decide;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.qingmen.engine.Judgement;
import org.qingmen.engine.Judgement.Conclusion;
import org.qingmen.engine.Matter;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.compile.ParameterSet;
import org.qingmen.engine.internal.decide.JudgementBook.Found;
import org.qingmen.engine.internal.pack.RuleMeta;
import org.qingmen.engine.internal.text.Messages;
import org.qingmen.model.Severity;
import org.qingmen.spi.intake.PassageAnswer.Finding;
import org.qingmen.spi.pack.Parameter;

/** Judges one matter by given packs and writes the judgement down. */
final class JudgementRun {

  private final Matter matter;
  private final List<Found> found = new ArrayList<>();
  private final List<Conclusion> conclusions = new ArrayList<>();
  private final List<RuleMeta> fired = new ArrayList<>();
  private final TreeMap<String, Parameter> read = new TreeMap<>();

  JudgementRun(Matter matter) {
    this.matter = matter;
  }

  /** The judgement; the caller has entered the packs. */
  Judgement judge(List<CompiledPack> packs) {
    packs.forEach(this::evaluate);
    byte[] document =
        new DecisionWriter(packs, fired, read.values(), matter.day())
            .judgement(matter, found, conclusions);
    return new Judgement(
        found.stream().map(Found::finding).toList(),
        conclusions,
        List.copyOf(read.values()),
        packs.stream().map(CompiledPack::ref).toList(),
        document);
  }

  /** Names of the rules that fired and of the parameters that were read. */
  Set<String> touched() {
    Set<String> names = new LinkedHashSet<>(read.keySet());
    fired.forEach(rule -> names.add(rule.name()));
    return names;
  }

  private void evaluate(CompiledPack pack) {
    ParameterSet.Day day = pack.parameters().on(matter.day());
    Fired listener = new Fired(pack);
    JudgementBook book = new JudgementBook(pack);
    Map<String, Object> globals = Map.of("outcome", book, "parameters", new Reads(day, read));
    try {
      SessionRun.run(pack, globals, matter.facts(), listener);
    } catch (RuleFailure e) {
      found.add(
          new Found(
              new Finding(
                  "rule-failed", Severity.GRAVE, "", Messages.text("rule-failed", e.getMessage())),
              null));
    }
    found.addAll(book.found());
    conclusions.addAll(book.conclusions());
    listener.orders().stream().mapToObj(pack::ruleAt).forEach(fired::add);
  }
}
