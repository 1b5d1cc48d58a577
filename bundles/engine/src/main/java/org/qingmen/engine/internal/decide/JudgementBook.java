package org.qingmen.engine.internal.decide;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.qingmen.engine.Judgement.Conclusion;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.pack.RuleMeta;
import org.qingmen.engine.internal.text.Templates;
import org.qingmen.model.Coded;
import org.qingmen.model.Severity;
import org.qingmen.model.Text;
import org.qingmen.spi.facts.Outcome;
import org.qingmen.spi.intake.PassageAnswer.Finding;

/** Writes down what the rules of one pack find and conclude; verdicts belong to passages. */
final class JudgementBook implements Outcome {

  /**
   * A finding and what found it.
   *
   * @param rule name of the rule
   */
  record Found(Finding finding, String rule) {}

  private final CompiledPack pack;
  private final Set<Found> found = new LinkedHashSet<>();
  private final List<Conclusion> conclusions = new ArrayList<>();

  JudgementBook(CompiledPack pack) {
    this.pack = pack;
  }

  /** What was found, each once, in the order of firing. */
  Set<Found> found() {
    return found;
  }

  /** What was concluded, in the order of firing. */
  List<Conclusion> conclusions() {
    return conclusions;
  }

  @Override
  public void find(Object drools, String severity, String field, Object... values) {
    Severity grave =
        Coded.of(Severity.class, severity)
            .orElseThrow(() -> new IllegalArgumentException("no such severity: " + severity));
    RuleMeta rule = rule(drools);
    found.add(
        new Found(new Finding(rule.code(), grave, field, message(rule, values)), rule.name()));
  }

  @Override
  public void conclude(Object drools, String name, Object value, Object... values) {
    RuleMeta rule = rule(drools);
    conclusions.add(
        new Conclusion(
            name,
            plain(name, value),
            rule.code(),
            rule.clause(),
            message(rule, values),
            rule.name()));
  }

  private static Object plain(String name, Object value) {
    if (value instanceof Number number && Double.isFinite(number.doubleValue())) {
      return number.doubleValue();
    }
    if (value instanceof String || value instanceof Boolean) {
      return value;
    }
    throw new IllegalArgumentException(
        "no value for conclusion " + name + ": " + Sayable.kind(value));
  }

  @Override
  public void allow(Object drools, Object... values) {
    throw noVerdict();
  }

  @Override
  public void warn(Object drools, Object... values) {
    throw noVerdict();
  }

  @Override
  public void deny(Object drools, Object... values) {
    throw noVerdict();
  }

  @Override
  public void verdict(Object drools, String verdict, Object... values) {
    throw noVerdict();
  }

  private static IllegalStateException noVerdict() {
    return new IllegalStateException("only a passage has a verdict; use find or conclude");
  }

  private RuleMeta rule(Object drools) {
    if (found.size() + conclusions.size() >= Budget.STATEMENTS) {
      throw new Spent("budget-said", Budget.STATEMENTS);
    }
    return pack.speaking(drools);
  }

  private static Text message(RuleMeta rule, Object... values) {
    Sayable.all(values);
    return new Text(
        Templates.fill(rule.zh(), Locale.CHINESE, values),
        Templates.fill(rule.en(), Locale.ENGLISH, values));
  }
}
