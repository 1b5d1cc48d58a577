package org.qingmen.engine.internal.life;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.qingmen.engine.PackContent;
import org.qingmen.engine.PackContent.MatrixRow;
import org.qingmen.engine.PackContent.RuleInfo;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.pack.Lineage;
import org.qingmen.engine.internal.pack.RuleMeta;
import org.qingmen.engine.internal.pack.RulePack;
import org.qingmen.model.Text;
import org.qingmen.spi.pack.Parameter;

/** What a pack holds, for people: its rules, parameters, and the matrix of clauses and cases. */
public final class Contents {

  private Contents() {}

  /**
   * Content of a pack.
   *
   * @param cases sentences of the cases in which a rule or parameter took part
   */
  public static PackContent of(CompiledPack pack, Function<String, List<String>> cases) {
    List<RuleInfo> rules = new ArrayList<>();
    for (RuleMeta rule : pack.rulesInOrder()) {
      rules.add(rule(pack.lineage(), rule));
    }
    Inheritance inheritance = new Inheritance(pack.lineage());
    return new PackContent(
        pack.descriptor(),
        pack.bases().stream().map(RulePack::ref).toList(),
        List.copyOf(pack.pack().files().files().keySet()),
        rules,
        pack.parameters().all(),
        pack.parameters().all().stream().map(inheritance::of).toList(),
        inheritance.hidden(),
        matrix(pack, cases));
  }

  /** A rule for people. */
  public static RuleInfo rule(Lineage lineage, RuleMeta rule) {
    return new RuleInfo(
        rule.name(),
        rule.code(),
        rule.clause(),
        new Text(rule.zh(), rule.en()),
        rule.pack(),
        lineage.layer(rule.pack()).map(layer -> layer.descriptor().version()).orElse(null),
        rule.file(),
        rule.line(),
        rule.evidence(),
        Inheritance.replaced(lineage, rule).orElse(null));
  }

  private static List<MatrixRow> matrix(CompiledPack pack, Function<String, List<String>> cases) {
    List<MatrixRow> rows = new ArrayList<>();
    for (RuleMeta rule : pack.rulesInOrder()) {
      rows.add(
          new MatrixRow(rule.clause(), rule.name(), rule.code(), cases.apply(rule.name()), true));
    }
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    for (Parameter parameter : pack.parameters().all()) {
      String grade = parameter.grade() == null ? "" : " " + parameter.grade();
      parameters.put(parameter.name() + grade + "@" + parameter.from(), parameter);
    }
    parameters.forEach(
        (name, parameter) ->
            rows.add(
                new MatrixRow(
                    parameter.clause(),
                    name,
                    parameter.name(),
                    cases.apply(parameter.name()),
                    parameter.verified())));
    rows.sort(Comparator.comparing(MatrixRow::clause));
    return rows;
  }
}
