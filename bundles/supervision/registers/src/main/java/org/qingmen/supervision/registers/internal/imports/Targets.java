package org.qingmen.supervision.registers.internal.imports;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.refusal.Refusal.Kind;
import org.qingmen.store.Registry;
import org.qingmen.supervision.control.ViolatorList;
import org.qingmen.supervision.registers.Imports.Row;
import org.qingmen.supervision.registers.Imports.Uploader;
import org.qingmen.supervision.registers.RegisterKind;
import org.qingmen.supervision.registers.RegisterKind.Scope;
import org.qingmen.supervision.registers.internal.RegisterService;
import org.qingmen.supervision.registers.internal.Texts;
import org.qingmen.supervision.registers.internal.duplicates.KeyIndex;

/** Where the imports of each register go, and how their rows are judged. */
@Component(service = Targets.class)
public final class Targets {

  private final Registry registry;
  private final RegisterService registers;
  private final Enterprises enterprises;
  private final KeyIndex index;
  private final ViolatorList violators;
  private final Words words = new Words();

  /** Wired by the container. */
  @Activate
  public Targets(
      @Reference Registry registry,
      @Reference RegisterService registers,
      @Reference Enterprises enterprises,
      @Reference KeyIndex index,
      @Reference ViolatorList violators) {
    this.registry = registry;
    this.registers = registers;
    this.enterprises = enterprises;
    this.index = index;
    this.violators = violators;
  }

  /** Which member each head of a file means. */
  List<String> guess(List<String> heads, List<Field> fields) {
    return words.guess(heads, fields);
  }

  /** What would become of the rows of a sheet; {@code members} by column. */
  List<Row> preview(
      RegisterKind kind, Uploader who, String enterprise, Sheet sheet, List<String> members) {
    List<Field> all = Field.of(kind);
    List<Field> fields = new java.util.ArrayList<>();
    for (String member : members) {
      fields.add(all.stream().filter(f -> f.path().equals(member)).findFirst().orElse(null));
    }
    Cells cells = new Cells(words);
    return new Previewing(kind, target(kind), who, enterprise, enterprises, cells)
        .rows(sheet, fields);
  }

  /** Where the rows of a register go. */
  Target target(RegisterKind kind) {
    if (kind.scope() != Scope.LIST) {
      return new RegisterTarget(kind, registry, registers, enterprises, index);
    }
    if (!kind.kind().equals("violator")) {
      throw Texts.refusal(Kind.NOT_FOUND, "not-importable", kind.path());
    }
    return new ViolatorTarget(violators);
  }
}
