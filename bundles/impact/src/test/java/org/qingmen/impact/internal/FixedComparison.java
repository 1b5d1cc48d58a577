package org.qingmen.impact.internal;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.qingmen.engine.Comparing;
import org.qingmen.engine.Comparison;
import org.qingmen.engine.GradeDecision;
import org.qingmen.engine.PackDifference;
import org.qingmen.engine.PackRef;
import org.qingmen.model.Verdict;
import org.qingmen.spi.facts.GradingFacts;
import org.qingmen.spi.pack.PackDescriptor;

/**
 * Compares by the text of a document: one that begins with {@code flip} would be denied, one with
 * {@code more} would get a finding, {@code outside} is not wanted, {@code damaged} cannot be read.
 */
final class FixedComparison implements Comparing, Comparison {

  static final String PLANT = "91440100700000001K001P";

  final PackDescriptor.Kind kind;
  final AtomicInteger begun = new AtomicInteger();
  final AtomicInteger closed = new AtomicInteger();
  final List<GradingFacts> graded = new ArrayList<>();
  volatile Runnable beforeEach = () -> {};
  volatile boolean wholeSaysOtherwise;

  FixedComparison(PackDescriptor.Kind kind) {
    this.kind = kind;
  }

  @Override
  public Comparison begin(PackRef candidate, Scope scope) {
    begun.incrementAndGet();
    return this;
  }

  @Override
  public PackDifference difference(PackRef before, PackRef after) {
    throw new UnsupportedOperationException();
  }

  @Override
  public PackDescriptor.Kind kind() {
    return kind;
  }

  @Override
  public PackRef serving() {
    return new PackRef("trial.gate", "1.0.0", "0".repeat(64));
  }

  @Override
  public Compared passage(byte[] document) {
    beforeEach.run();
    return compared(new String(document, StandardCharsets.UTF_8));
  }

  @Override
  public Compared whole(byte[] document) {
    String text = new String(document, StandardCharsets.UTF_8);
    return compared(wholeSaysOtherwise ? "flip" : text);
  }

  private static Compared compared(String text) {
    Statement stop = new Statement("trial.gate", "停运", "trial.stop", "deny", null);
    Statement find = new Statement("trial.gate", "提示", "trial.find", "info", "/plate");
    if (text.startsWith("damaged")) {
      return new Compared(false, null, null, null, null, Set.of(), Set.of());
    }
    if (text.startsWith("outside")) {
      return new Compared(true, null, null, null, null, Set.of(), Set.of());
    }
    if (text.startsWith("flip")) {
      return new Compared(
          true, PLANT, "440100", Verdict.ALLOW, Verdict.DENY, Set.of(), Set.of(stop));
    }
    Set<Statement> gone = text.startsWith("more") ? Set.of(find) : Set.of();
    return new Compared(true, PLANT, "440100", null, null, gone, Set.of());
  }

  @Override
  public ComparedGrade grade(GradingFacts facts) {
    beforeEach.run();
    graded.add(facts);
    boolean lower = facts.roadTonnes() > 1_000;
    return new ComparedGrade(
        decision("A"), decision(lower ? "C" : "A"), lower ? List.of("clean.share") : List.of());
  }

  @Override
  public ComparedGrade grade(byte[] document) {
    return null;
  }

  static GradeDecision decision(String grade) {
    return new GradeDecision(
        grade,
        "试验办法",
        List.of("A", "B", "C"),
        true,
        true,
        null,
        List.of(),
        List.of(),
        new PackRef("trial.grade", "1.0.0", "1".repeat(64)),
        new byte[] {'{', '}'},
        new byte[] {'{', '}'});
  }

  @Override
  public Effort effort() {
    return new Effort(1, 2, 3);
  }

  @Override
  public void close() {
    closed.incrementAndGet();
  }
}
