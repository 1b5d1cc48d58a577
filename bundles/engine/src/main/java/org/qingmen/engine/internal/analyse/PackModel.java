package org.qingmen.engine.internal.analyse;

import java.util.ArrayList;
import java.util.List;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.pack.Drl;
import org.qingmen.engine.internal.pack.RuleMeta;

/**
 * The model of all rules of a pack, its bases included, in the order of the pack.
 *
 * @param rules rules
 */
public record PackModel(List<RuleModel> rules) {

  public PackModel {
    rules = List.copyOf(rules);
  }

  /**
   * Reads a pack that compiles.
   *
   * @throws NotReadable when a rule uses more of the language than the model understands
   */
  public static PackModel of(CompiledPack pack) {
    List<RuleModel> rules = new ArrayList<>();
    for (Drl file : pack.lineage().sources()) {
      for (RuleModel rule : ModelReader.read(file)) {
        RuleMeta meta = pack.rule(file.drlPackage(), rule.meta().name());
        rules.add(new RuleModel(meta, rule.salience(), rule.elements(), rule.actions()));
      }
    }
    return new PackModel(rules);
  }
}
