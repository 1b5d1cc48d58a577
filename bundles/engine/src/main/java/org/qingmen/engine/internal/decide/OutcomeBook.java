package org.qingmen.engine.internal.decide;

import java.util.List;
import java.util.Locale;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.pack.RuleMeta;
import org.qingmen.engine.internal.text.Templates;
import org.qingmen.model.Coded;
import org.qingmen.model.Severity;
import org.qingmen.model.Text;
import org.qingmen.model.Verdict;
import org.qingmen.spi.facts.Outcome;

/** Writes down what the rules of one pack say of a passage. */
final class OutcomeBook implements Outcome {

  private final int packOrder;
  private final CompiledPack pack;
  private final List<Said> said;

  OutcomeBook(int packOrder, CompiledPack pack, List<Said> said) {
    this.packOrder = packOrder;
    this.pack = pack;
    this.said = said;
  }

  @Override
  public void allow(Object drools, Object... values) {
    note(drools, Verdict.ALLOW, null, null, values);
  }

  @Override
  public void warn(Object drools, Object... values) {
    note(drools, Verdict.WARN, null, null, values);
  }

  @Override
  public void deny(Object drools, Object... values) {
    note(drools, Verdict.DENY, null, null, values);
  }

  @Override
  public void verdict(Object drools, String verdict, Object... values) {
    Verdict wanted =
        Coded.of(Verdict.class, verdict)
            .orElseThrow(() -> new IllegalArgumentException("no such verdict: " + verdict));
    note(drools, wanted, null, null, values);
  }

  @Override
  public void find(Object drools, String severity, String field, Object... values) {
    Severity grave =
        Coded.of(Severity.class, severity)
            .orElseThrow(() -> new IllegalArgumentException("no such severity: " + severity));
    note(drools, null, grave, field, values);
  }

  @Override
  public void conclude(Object drools, String name, Object value, Object... values) {
    throw new IllegalStateException("a passage has verdicts and findings, no conclusions: " + name);
  }

  private void note(
      Object drools, Verdict verdict, Severity severity, String field, Object... values) {
    if (said.size() >= Budget.STATEMENTS) {
      throw new Spent("budget-said", Budget.STATEMENTS);
    }
    RuleMeta meta = pack.speaking(drools);
    Sayable.all(values);
    Text message =
        new Text(
            Templates.fill(meta.zh(), Locale.CHINESE, values),
            Templates.fill(meta.en(), Locale.ENGLISH, values));
    said.add(new Said(packOrder, meta, verdict, severity, field, message));
  }
}
