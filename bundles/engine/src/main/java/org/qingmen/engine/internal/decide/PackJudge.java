package org.qingmen.engine.internal.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.qingmen.engine.Judge;
import org.qingmen.engine.Judgement;
import org.qingmen.engine.Matter;
import org.qingmen.engine.PackException;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.compile.ParameterSet;
import org.qingmen.engine.internal.text.Messages;
import org.qingmen.spi.facts.Parameters;
import org.qingmen.spi.pack.PackDescriptor.Kind;
import org.qingmen.spi.pack.Parameter;

/** Judges by the packs in service. */
public final class PackJudge implements Judge {

  private final PacksInService packs;
  private final Evaluation evaluation;

  /** Judges by these packs. */
  public PackJudge(PacksInService packs) {
    this.packs = packs;
    this.evaluation = new Evaluation(packs);
  }

  @Override
  public Judgement judge(Matter matter) {
    return evaluation.within(
        now -> now.forMatter(matter.kind(), matter.day(), matter.division(), matter.enterprise()),
        chosen -> new JudgementRun(matter).judge(chosen));
  }

  @Override
  public Parameters parameters(Kind kind, String division, LocalDate day) {
    return new Reads(merged(kind, division, day), new TreeMap<>());
  }

  @Override
  public List<Parameter> table(Kind kind, String division, LocalDate day) {
    ParameterSet.Day merged = merged(kind, division, day);
    List<Parameter> table = new ArrayList<>(merged.plain().values());
    table.addAll(merged.requirements());
    return table;
  }

  /** Closer regions come later and hide what wider ones say under the same name. */
  private ParameterSet.Day merged(Kind kind, String division, LocalDate day) {
    List<CompiledPack> chosen = packs.snapshot().forMatter(kind, day, division, null);
    if (chosen.isEmpty()) {
      String name = kind.name().toLowerCase(Locale.ROOT);
      throw new PackException("not-found", Messages.text("no-pack-of-kind", name, day, division));
    }
    TreeMap<String, Parameter> plain = new TreeMap<>();
    List<Parameter> requirements = new ArrayList<>();
    for (CompiledPack pack : chosen) {
      ParameterSet.Day own = pack.parameters().on(day);
      plain.putAll(own.plain());
      requirements.removeIf(
          wider -> own.requirements().stream().anyMatch(one -> one.name().equals(wider.name())));
      requirements.addAll(own.requirements());
    }
    return new ParameterSet.Day(plain, List.copyOf(requirements));
  }
}
