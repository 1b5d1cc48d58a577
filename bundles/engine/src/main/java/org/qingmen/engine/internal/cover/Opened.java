package org.qingmen.engine.internal.cover;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.qingmen.engine.CaseExplanation;
import org.qingmen.engine.OpenPack;
import org.qingmen.engine.PackContent;
import org.qingmen.engine.PackCoverage;
import org.qingmen.engine.PackException;
import org.qingmen.engine.PackNotice;
import org.qingmen.engine.internal.analyse.Analysis;
import org.qingmen.engine.internal.analyse.NotReadable;
import org.qingmen.engine.internal.cases.CaseRunner;
import org.qingmen.engine.internal.compare.RuleText;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.life.Contents;
import org.qingmen.engine.internal.mutate.Mutant;
import org.qingmen.engine.internal.mutate.MutationCheck;
import org.qingmen.engine.internal.pack.CaseText;
import org.qingmen.engine.internal.pack.Drl;
import org.qingmen.engine.internal.pack.Problems;
import org.qingmen.engine.internal.text.Messages;
import org.qingmen.spi.pack.PackDescriptor;

/** A compiled pack, opened. */
public final class Opened implements OpenPack {

  private final CompiledPack pack;
  private final Collection<CompiledPack> extending;
  private CaseRunner ran;

  /**
   * Opens a pack.
   *
   * @param extending packs that extend it; closed with it
   */
  public Opened(CompiledPack pack, Collection<CompiledPack> extending) {
    this.pack = pack;
    this.extending = extending;
  }

  @Override
  public PackDescriptor descriptor() {
    return pack.descriptor();
  }

  @Override
  public String hash() {
    return pack.ref().hash();
  }

  @Override
  public int rules() {
    return pack.rulesInOrder().size();
  }

  @Override
  public List<CaseResult> cases() {
    return ran().ran().stream()
        .map(
            one ->
                new CaseResult(
                    one.text().sentence(), one.text().file(), one.text().line(), one.problems()))
        .toList();
  }

  @Override
  public Written written() {
    Map<String, String> rules = new LinkedHashMap<>();
    for (Drl drl : pack.lineage().sources()) {
      Map<String, String> texts = RuleText.of(drl);
      drl.rules()
          .forEach(rule -> rules.put(rule.pack() + " " + rule.name(), texts.get(rule.key())));
    }
    List<WrittenCase> cases = new ArrayList<>();
    for (CaseText one : pack.pack().cases()) {
      String place = one.file() + ":" + one.line();
      cases.add(
          new WrittenCase(one.sentence(), one.given().toString(), one.expect().toString(), place));
    }
    return new Written(rules, cases);
  }

  @Override
  public PackContent content() {
    return Contents.of(pack, ran()::casesOf);
  }

  @Override
  public PackCoverage coverage() {
    return Coverage.of(pack, ran()::casesOf);
  }

  @Override
  public List<PackNotice> notices() {
    return Analysis.of(pack);
  }

  @Override
  public List<CaseExplanation> explain(String part) {
    try {
      return pack.pack().cases().stream()
          .filter(one -> one.sentence().contains(part))
          .map(one -> Explainer.explain(pack, one))
          .toList();
    } catch (NotReadable e) {
      throw notAnalysed(e);
    }
  }

  @Override
  public Mutation mutate() {
    try {
      MutationCheck.Result result = MutationCheck.run(pack, extending);
      return new Mutation(
          result.changes(),
          result.survivors().stream().map(Opened::survivor).toList(),
          result.accepted().size());
    } catch (NotReadable e) {
      throw notAnalysed(e);
    }
  }

  private static PackException notAnalysed(NotReadable e) {
    return new PackException(
        "not-analysed", Messages.text("notice-not-analysed", String.valueOf(e.getMessage())));
  }

  private static Survivor survivor(Mutant one) {
    return new Survivor(
        one.kind(),
        one.of(),
        one.file(),
        one.line(),
        one.before(),
        one.after(),
        one.clause(),
        one.about());
  }

  private CaseRunner ran() {
    if (ran == null) {
      ran = CaseRunner.run(pack, new Problems());
    }
    return ran;
  }

  @Override
  public void close() {
    pack.close();
    extending.forEach(CompiledPack::close);
  }
}
