package org.qingmen.engine;

import java.util.Collection;
import java.util.List;
import org.qingmen.engine.internal.analyse.Analysis;
import org.qingmen.engine.internal.cases.CaseRunner;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.cover.Coverage;
import org.qingmen.engine.internal.cover.Explainer;
import org.qingmen.engine.internal.life.Contents;
import org.qingmen.engine.internal.mutate.Mutant;
import org.qingmen.engine.internal.mutate.MutationCheck;
import org.qingmen.engine.internal.pack.CaseText;
import org.qingmen.engine.internal.pack.Problems;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.spi.pack.PackProblem;

/** A pack that compiles, opened on the workbench: its cases, what they cover, what is odd. */
public final class OpenPack implements AutoCloseable {

  private final CompiledPack pack;
  private final Collection<CompiledPack> extending;
  private CaseRunner ran;

  OpenPack(CompiledPack pack, Collection<CompiledPack> extending) {
    this.pack = pack;
    this.extending = extending;
  }

  /**
   * A case and what it showed.
   *
   * @param sentence the case
   * @param file its file
   * @param line its line
   * @param problems what differs from what is expected; empty when it passed
   */
  public record CaseResult(String sentence, String file, int line, List<PackProblem> problems) {

    /** Whether everything was as expected. */
    public boolean passed() {
      return problems.isEmpty();
    }
  }

  /**
   * A threshold or operator changed by one step without any case breaking.
   *
   * @param kind {@code threshold} or {@code operator}
   * @param of rule or parameter
   * @param file file
   * @param line line
   * @param before as it is
   * @param after as changed
   * @param clause clause from which the missing case is to be written
   * @param about what {@code accepted} in {@code pack.yaml} names it by
   */
  public record Survivor(
      String kind,
      String of,
      String file,
      int line,
      String before,
      String after,
      String clause,
      String about) {}

  /**
   * What the mutation check found.
   *
   * @param changes changes tried
   * @param survivors those that no case noticed
   * @param accepted number of those that no case noticed and the pack says why
   */
  public record Mutation(int changes, List<Survivor> survivors, int accepted) {}

  /** What the pack says of itself. */
  public PackDescriptor descriptor() {
    return pack.descriptor();
  }

  /** Content hash. */
  public String hash() {
    return pack.ref().hash();
  }

  /** Runs the cases, once. */
  public List<CaseResult> cases() {
    return ran().ran().stream()
        .map(
            one ->
                new CaseResult(
                    one.text().sentence(), one.text().file(), one.text().line(), one.problems()))
        .toList();
  }

  /** What it holds, with the matrix. */
  public PackContent content() {
    return Contents.of(pack, ran()::casesOf);
  }

  /** Coverage of rules and of conditions. */
  public PackCoverage coverage() {
    return Coverage.of(pack, ran()::casesOf);
  }

  /** What the analysis finds odd. */
  public List<PackNotice> notices() {
    return Analysis.of(pack);
  }

  /** Explains the cases whose sentence holds a text. */
  public List<CaseExplanation> explain(String part) {
    return pack.pack().cases().stream()
        .filter(one -> one.sentence().contains(part))
        .map((CaseText one) -> Explainer.explain(pack, one))
        .toList();
  }

  /** Changes every threshold and operator by one step. */
  public Mutation mutate() {
    MutationCheck.Result result = MutationCheck.run(pack, extending);
    return new Mutation(
        result.changes(),
        result.survivors().stream().map(OpenPack::survivor).toList(),
        result.accepted().size());
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
