package org.qingmen.impact.internal;

import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.qingmen.engine.Comparison;
import org.qingmen.engine.Comparison.ComparedGrade;
import org.qingmen.grading.GradeFacts;
import org.qingmen.grading.GradeQuestion;
import org.qingmen.grading.Graded;
import org.qingmen.grading.Grades;
import org.qingmen.impact.Impacts.Request;
import org.qingmen.spi.facts.GradingFacts;
import org.qingmen.store.Document;
import org.qingmen.store.Registry;

/**
 * Grades every registered enterprise over the period, by the packs in service and the candidate.
 */
final class GradeSweep {

  private final Registry registry;
  private final Grades grades;
  private final GradeFacts facts;
  private final AtomicLong done = new AtomicLong();
  private volatile long of;
  private long kept;

  GradeSweep(Registry registry, Grades grades, GradeFacts facts) {
    this.registry = registry;
    this.grades = grades;
    this.facts = facts;
  }

  void run(Request request, Comparison comparison, Flips flips, BooleanSupplier cancelled) {
    List<String> enterprises = enterprises(request.division());
    of = enterprises.size();
    for (String enterprise : enterprises) {
      if (cancelled.getAsBoolean()) {
        return;
      }
      GradeQuestion question =
          new GradeQuestion(enterprise, request.from(), request.to(), null, null);
      List<String> concerned = request.candidate().descriptor().industries();
      for (GradingFacts one : facts.of(question)) {
        if (concerned.contains(one.industry())) {
          ComparedGrade compared = comparison.grade(one);
          flips.add(enterprise, one.industry(), example(question, one, compared), compared);
        }
      }
      done.incrementAndGet();
    }
  }

  private List<String> enterprises(String division) {
    try (Stream<Document> all = registry.all("enterprise")) {
      return all.filter(one -> one.division() != null && one.division().startsWith(division))
          .map(Document::id)
          .sorted()
          .toList();
    }
  }

  /**
   * Keeps the grade that serves for the first flips, so that they can be looked at and replayed.
   */
  private long example(GradeQuestion question, GradingFacts facts, ComparedGrade compared) {
    if (!compared.flips() || kept >= 10L * Group.EXAMPLES) {
      return 0;
    }
    kept++;
    return grades.grade(question).industries().stream()
        .filter(one -> one.industry().equals(facts.industry()))
        .mapToLong(Graded.OfIndustry::position)
        .findFirst()
        .orElse(0);
  }

  long done() {
    return done.get();
  }

  long of() {
    return of;
  }
}
