package org.qingmen.supervision.suspicion.internal;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.qingmen.engine.Judge;
import org.qingmen.engine.Judgement;
import org.qingmen.engine.Matter;
import org.qingmen.spi.facts.Parameters;
import org.qingmen.spi.pack.PackDescriptor.Kind;
import org.qingmen.spi.pack.Parameter;

/**
 * Judges equal matters once. What is judged of a finding is little more than its code, so a batch
 * of records asks the same again and again. Lives as long as the batch: packs may change after it.
 */
final class Remembered implements Judge {

  private final Judge judge;
  private final Map<Matter, Judgement> judgements = new HashMap<>();

  Remembered(Judge judge) {
    this.judge = judge;
  }

  @Override
  public Judgement judge(Matter matter) {
    return judgements.computeIfAbsent(matter, judge::judge);
  }

  @Override
  public Parameters parameters(Kind kind, String division, LocalDate day) {
    return judge.parameters(kind, division, day);
  }

  @Override
  public List<Parameter> table(Kind kind, String division, LocalDate day) {
    return judge.table(kind, division, day);
  }
}
