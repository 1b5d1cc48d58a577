package org.qingmen.engine.internal.pack;

import java.util.List;
import java.util.Map;
import org.qingmen.engine.PackRef;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.spi.pack.Parameter;

/**
 * A pack as its author wrote it, read and checked but not compiled.
 *
 * @param descriptor what {@code pack.yaml} says
 * @param parameters dated values
 * @param rules rules by file
 * @param cases cases
 * @param cells parameters that stand in decision tables: their cells, by name
 * @param files its files
 */
public record RulePack(
    PackDescriptor descriptor,
    List<Parameter> parameters,
    List<Drl> rules,
    List<CaseText> cases,
    Map<String, String> cells,
    PackFiles files) {

  public RulePack {
    parameters = List.copyOf(parameters);
    rules = List.copyOf(rules);
    cases = List.copyOf(cases);
    cells = Map.copyOf(cells);
  }

  /** Its name for ever. */
  public PackRef ref() {
    return new PackRef(descriptor.id(), descriptor.version(), files.hash());
  }
}
