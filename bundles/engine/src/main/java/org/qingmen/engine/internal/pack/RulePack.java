package org.qingmen.engine.internal.pack;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
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
 * @param files its files
 */
public record RulePack(
    PackDescriptor descriptor,
    List<Parameter> parameters,
    List<Drl> rules,
    List<CaseText> cases,
    PackFiles files) {

  public RulePack {
    parameters = List.copyOf(parameters);
    rules = List.copyOf(rules);
    cases = List.copyOf(cases);
  }

  /**
   * This pack on top of what it extends: its rules after the base's, its parameters in place of the
   * base's of the same name. Its descriptor, cases and files stay its own.
   */
  public RulePack over(RulePack base) {
    Set<String> own = parameters.stream().map(Parameter::name).collect(Collectors.toSet());
    List<Parameter> merged = new ArrayList<>();
    base.parameters().stream().filter(p -> !own.contains(p.name())).forEach(merged::add);
    merged.addAll(parameters);
    List<Drl> all = new ArrayList<>(base.rules());
    all.addAll(rules);
    return new RulePack(descriptor, merged, all, cases, files);
  }

  /** Its name for ever. */
  public PackRef ref() {
    return new PackRef(descriptor.id(), descriptor.version(), files.hash());
  }
}
