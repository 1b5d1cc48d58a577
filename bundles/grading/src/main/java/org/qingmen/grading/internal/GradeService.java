package org.qingmen.grading.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.Designate;
import org.qingmen.engine.Decider;
import org.qingmen.engine.GradeDecision;
import org.qingmen.grading.GradeFacts;
import org.qingmen.grading.GradeQuestion;
import org.qingmen.grading.Graded;
import org.qingmen.grading.Graded.OfIndustry;
import org.qingmen.grading.Grades;
import org.qingmen.spi.facts.GradingFacts;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.spi.refusal.RefusalTexts;
import org.qingmen.store.LedgerStore;
import org.qingmen.store.Registry;
import org.qingmen.store.Statistics;

/** Grades by facts from the store and rules from the engine. */
@Component(configurationPid = GradingConfig.PID)
@Designate(ocd = GradingConfig.class)
public final class GradeService implements Grades, GradeFacts {

  private final FactsCollector facts;
  private final Decider decider;
  private final KeptDecisions kept;
  private final RefusalTexts texts = RefusalTexts.beside(GradeService.class);

  @Activate
  public GradeService(
      GradingConfig config,
      @Reference Statistics statistics,
      @Reference LedgerStore ledgers,
      @Reference Registry registry,
      @Reference Decider decider,
      @Reference Journal journal) {
    this(
        new FactsCollector(statistics, registry, new LedgerStates(ledgers, config.ledger_days())),
        decider,
        new KeptDecisions(journal));
  }

  GradeService(FactsCollector facts, Decider decider, KeptDecisions kept) {
    this.facts = facts;
    this.decider = decider;
    this.kept = kept;
  }

  @Override
  public Graded grade(GradeQuestion question) {
    if (question.to().isBefore(question.from())) {
      throw texts.refusal(
          Refusal.Kind.INVALID, "bad-period", question.from().toString(), question.to().toString());
    }
    List<GradingFacts> perIndustry =
        facts
            .collect(question)
            .orElseThrow(
                () ->
                    texts.refusal(
                        Refusal.Kind.NOT_FOUND, "unknown-enterprise", question.enterprise()));
    List<GradeDecision> decisions =
        perIndustry.stream().map(f -> decider.grade(f, question.policy())).toList();
    List<Long> positions = kept.keep(decisions);
    List<OfIndustry> industries = new ArrayList<>();
    for (int i = 0; i < decisions.size(); i++) {
      String industry = perIndustry.get(i).industry();
      industries.add(new OfIndustry(industry, decisions.get(i), positions.get(i)));
    }
    return new Graded(lowest(industries), industries);
  }

  @Override
  public List<GradingFacts> of(GradeQuestion question) {
    return facts.collect(question).orElse(List.of());
  }

  /** The lowest grade; an industry without one decides only when no other has any. */
  private static OfIndustry lowest(List<OfIndustry> industries) {
    return industries.stream()
        .max(Comparator.comparingDouble(industry -> depth(industry.decision())))
        .orElseThrow();
  }

  /** How far down its pack's list a grade stands: 0 best, 1 last; -1 without a grade. */
  private static double depth(GradeDecision decision) {
    if (decision.grade() == null) {
      return -1;
    }
    int last = Math.max(1, decision.grades().size() - 1);
    return decision.grades().indexOf(decision.grade()) / (double) last;
  }
}
