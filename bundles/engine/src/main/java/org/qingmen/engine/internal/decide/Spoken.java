package org.qingmen.engine.internal.decide;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.qingmen.engine.Comparison.Statement;
import org.qingmen.engine.Decider.Occasion;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.model.Verdict;
import org.qingmen.spi.facts.PassageFacts;

/**
 * What the rules of given packs say of a passage, without writing a decision down.
 *
 * @param verdict the strictest; allow when none spoke
 * @param statements everything that was said, wording aside
 * @param failed whether a rule failed
 */
public record Spoken(Verdict verdict, Set<Statement> statements, boolean failed) {

  /**
   * A pack and the day of its parameters.
   *
   * @param pack the pack, entered by the caller
   * @param day first day on which it may be asked for parameters
   */
  public record Asked(CompiledPack pack, LocalDate day) {}

  /**
   * Asks.
   *
   * @throws BudgetExceeded when the rules do not come to an end
   */
  public static Spoken by(List<Asked> packs, PassageFacts facts) {
    PassageRun run = new PassageRun(facts, Occasion.PASSAGE, List.of());
    LocalDate day = Days.of(facts);
    List<Said> said = new ArrayList<>();
    boolean failed = run.listen(packs, day, said);
    Verdict verdict = Verdict.ALLOW;
    Set<Statement> statements = new HashSet<>();
    for (Said one : said) {
      if (one.verdict() != null) {
        verdict = verdict.strictest(one.verdict());
      }
      String says = one.verdict() == null ? one.severity().code() : one.verdict().code();
      statements.add(
          new Statement(
              one.rule().pack(), one.rule().name(), one.rule().code(), says, one.field()));
    }
    return new Spoken(verdict, statements, failed);
  }
}
