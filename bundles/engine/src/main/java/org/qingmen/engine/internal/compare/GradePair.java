package org.qingmen.engine.internal.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.qingmen.engine.Comparison.ComparedGrade;
import org.qingmen.engine.GradeDecision;
import org.qingmen.engine.GradeDecision.Indicator;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.decide.GradesBy;
import org.qingmen.engine.internal.decide.PacksInService;
import org.qingmen.engine.internal.decide.Snapshot;
import org.qingmen.spi.facts.GradingFacts;

/** The grade by the packs in service beside the grade by a candidate. */
final class GradePair {

  private final PacksInService packs;
  private final CompiledPack candidate;

  GradePair(PacksInService packs, CompiledPack candidate) {
    this.packs = packs;
    this.candidate = candidate;
  }

  ComparedGrade of(GradingFacts facts) {
    GradeDecision before = serving(facts);
    if (!concerns(facts)) {
      return new ComparedGrade(before, before, List.of());
    }
    GradeDecision after = GradesBy.pack(candidate, facts, candidate.descriptor().validFrom());
    return new ComparedGrade(before, after, changed(before, after));
  }

  private GradeDecision serving(GradingFacts facts) {
    while (true) {
      Optional<CompiledPack> pack = packs.snapshot().forGrade(facts, null);
      if (pack.isEmpty()) {
        return GradesBy.none(facts);
      }
      if (pack.get().enter()) {
        try {
          return GradesBy.pack(pack.get(), facts, facts.to());
        } finally {
          pack.get().leave();
        }
      }
      Thread.onSpinWait();
    }
  }

  /** Whether the candidate would be asked for this enterprise and industry. */
  private boolean concerns(GradingFacts facts) {
    boolean here =
        Plans.concerns(candidate, facts.enterprise().division(), facts.enterprise().id());
    return here && Snapshot.grades(candidate.descriptor(), facts);
  }

  private static List<String> changed(GradeDecision before, GradeDecision after) {
    Map<String, Indicator> known = new HashMap<>();
    before.indicators().forEach(one -> known.put(one.code(), one));
    List<String> codes = new ArrayList<>();
    for (Indicator one : after.indicators()) {
      Indicator was = known.remove(one.code());
      if (was == null
          || !Objects.equals(was.value(), one.value())
          || !Objects.equals(was.grade(), one.grade())) {
        codes.add(one.code());
      }
    }
    codes.addAll(known.keySet());
    return codes;
  }
}
