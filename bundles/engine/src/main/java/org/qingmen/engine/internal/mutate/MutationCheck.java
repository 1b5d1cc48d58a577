package org.qingmen.engine.internal.mutate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.qingmen.engine.internal.analyse.Accepted;
import org.qingmen.engine.internal.analyse.Interpreter;
import org.qingmen.engine.internal.analyse.PackModel;
import org.qingmen.engine.internal.analyse.ParameterLines;
import org.qingmen.engine.internal.analyse.ParameterUse;
import org.qingmen.engine.internal.analyse.RuleModel;
import org.qingmen.engine.internal.analyse.Watcher;
import org.qingmen.engine.internal.cases.CaseRunner;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.pack.CaseText;
import org.qingmen.engine.internal.pack.Place;
import org.qingmen.engine.internal.pack.Problems;
import org.qingmen.spi.pack.PackDescriptor.Kind;
import org.qingmen.spi.pack.Parameter;

/** Changes every threshold and operator of a pack by one step and sees whether a case breaks. */
public final class MutationCheck {

  /**
   * What was found.
   *
   * @param changes number of changes tried
   * @param survivors those that no case noticed
   * @param accepted those that no case noticed and the pack says why
   */
  public record Result(int changes, List<Mutant> survivors, List<Mutant> accepted) {}

  private record Trial(Mutant mutant, Way way, String touched) {}

  /** The pack with a change. */
  private interface Way {
    CompiledPack of(Examined pack);
  }

  private final String id;
  private final Accepted accepted;
  private final List<CompiledPack> examined;
  private final List<Trial> trials = new ArrayList<>();

  private MutationCheck(CompiledPack pack, Collection<CompiledPack> extending) {
    this.id = pack.descriptor().id();
    this.accepted = Accepted.of(pack);
    this.examined = new ArrayList<>(extending);
    if (!pack.pack().cases().isEmpty() || extending.isEmpty()) {
      examined.add(0, pack);
    }
  }

  /**
   * Examines a pack whose cases pass.
   *
   * @param extending packs that extend it, whose cases are its cases too
   * @throws org.qingmen.engine.internal.analyse.NotReadable when the model does not understand it
   */
  public static Result run(CompiledPack pack, Collection<CompiledPack> extending) {
    MutationCheck check = new MutationCheck(pack, extending);
    check.plan(pack);
    List<Examined> all = check.examined.stream().map(Examined::new).toList();
    List<Trial> alive =
        check.trials.parallelStream()
            .filter(trial -> all.stream().noneMatch(one -> one.kills(trial)))
            .toList();
    List<Mutant> survivors = new ArrayList<>();
    List<Mutant> explained = new ArrayList<>();
    for (Trial trial : alive) {
      boolean meant = check.accepted.reason("mutant", trial.mutant().about()) != null;
      (meant ? explained : survivors).add(trial.mutant());
    }
    return new Result(check.trials.size(), survivors, explained);
  }

  private void plan(CompiledPack pack) {
    List<RuleModel> rules = PackModel.of(pack).rules();
    for (RuleModel rule : rules) {
      if (rule.meta().pack().equals(id)) {
        for (RuleChanges.Changed changed : RuleChanges.of(rule)) {
          trials.add(
              new Trial(changed.mutant(), one -> with(one, changed.rule()), rule.meta().name()));
        }
      }
    }
    ParameterUse use = new ParameterUse(rules);
    ParameterLines lines = new ParameterLines(pack.pack());
    for (Parameter parameter : pack.parameters().all()) {
      boolean required = parameter.grade() != null && pack.descriptor().kind() == Kind.GRADING;
      Optional<Place> place = lines.of(parameter);
      if (place.isPresent() && (required || use.reads(parameter.name()))) {
        ParameterChanges.of(parameter).forEach(to -> threshold(parameter, to, place.get()));
      }
    }
  }

  private void threshold(Parameter from, Parameter to, Place place) {
    String of = from.name() + (from.grade() == null ? "" : " " + from.grade());
    Mutant mutant =
        new Mutant(
            "threshold", of, place.file(), place.line(), shown(from), shown(to), from.clause());
    trials.add(new Trial(mutant, one -> with(one, from, to), null));
  }

  private static String shown(Parameter parameter) {
    String operator = parameter.operator() == null ? "" : parameter.operator() + " ";
    Object value = parameter.value();
    return operator + (value instanceof java.math.BigDecimal n ? n.toPlainString() : value);
  }

  private static CompiledPack with(Examined one, RuleModel changed) {
    for (int i = 0; i < one.rules.size(); i++) {
      RuleModel own = one.rules.get(i);
      if (own.meta().key().equals(changed.meta().key())) {
        return one.pack.runBy(
            one.model.with(i, own.with(changed.elements())), one.pack.parameters().all());
      }
    }
    return one.pack;
  }

  private static CompiledPack with(Examined one, Parameter from, Parameter to) {
    List<Parameter> all = new ArrayList<>(one.pack.parameters().all());
    all.replaceAll(parameter -> parameter.equals(from) ? to : parameter);
    return one.pack.runBy(one.model, all);
  }

  /** A pack whose cases are run, those first in which the changed thing took part. */
  private static final class Examined {

    private final CompiledPack pack;
    private final List<RuleModel> rules;
    private final Interpreter model;
    private final CaseRunner asItIs;

    Examined(CompiledPack pack) {
      this.pack = pack;
      this.rules = PackModel.of(pack).rules();
      this.model = new Interpreter(rules, Watcher.NONE);
      this.asItIs = CaseRunner.run(pack, new Problems());
    }

    boolean kills(Trial trial) {
      CompiledPack changed = trial.way().of(this);
      Set<String> near =
          new HashSet<>(
              asItIs.casesOf(trial.touched() == null ? parameter(trial) : trial.touched()));
      List<CaseText> cases = new ArrayList<>(pack.pack().cases());
      cases.sort(
          (one, other) ->
              Boolean.compare(near.contains(other.sentence()), near.contains(one.sentence())));
      return cases.stream().anyMatch(one -> !CaseRunner.passes(changed, one));
    }

    private static String parameter(Trial trial) {
      return trial.mutant().of().split(" ")[0];
    }
  }
}
