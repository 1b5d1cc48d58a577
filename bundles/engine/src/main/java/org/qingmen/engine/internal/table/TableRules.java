package org.qingmen.engine.internal.table;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.qingmen.engine.internal.pack.Problems;
import org.qingmen.spi.pack.Parameter;

/**
 * A table as rules.
 *
 * @param path the table in the pack, with its sheet
 * @param text rules in the language of rules
 * @param cells cells by the first line that was made of them
 * @param parameters limits and conclusions that stand in its cells
 * @param parameterCells their cells, by name
 */
public record TableRules(
    String path,
    String text,
    Map<Integer, String> cells,
    List<Parameter> parameters,
    Map<String, String> parameterCells) {

  /** Adds the parameters to those of the pack; no name may be given twice. */
  public void addParameters(List<Parameter> all, Map<String, String> allCells, Problems problems) {
    Set<String> known = new HashSet<>();
    all.forEach(one -> known.add(one.name()));
    for (Parameter one : parameters) {
      if (known.contains(one.name())) {
        problems.add(parameterCells.get(one.name()), 0, "table-parameter-taken", one.name());
      } else {
        all.add(one);
      }
    }
    allCells.putAll(parameterCells);
  }
}
