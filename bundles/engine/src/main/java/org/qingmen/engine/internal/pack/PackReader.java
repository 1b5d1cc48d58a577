package org.qingmen.engine.internal.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingmen.engine.internal.table.TableRules;
import org.qingmen.engine.internal.table.Tables;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.spi.pack.PackDescriptor.Kind;
import org.qingmen.spi.pack.PackProblem;
import org.qingmen.spi.pack.Parameter;

/** Reads and checks everything a pack consists of, without compiling its rules. */
public final class PackReader {

  private static final int INDENT = 4;
  private static final int LINES_BEFORE_GIVEN = 3;

  private final SchemaCheck descriptors = new SchemaCheck("pack");
  private final SchemaCheck parameters = new SchemaCheck("parameters");
  private final SchemaCheck gradingCases = new SchemaCheck("grading-cases");
  private final SchemaCheck passageCases = new SchemaCheck("passage-cases");
  private final SchemaCheck judgementCases = new SchemaCheck("judgement-cases");

  /** What {@code pack.yaml} says; empty when it is missing or wrong. */
  public Optional<PackDescriptor> descriptor(PackFiles files, Problems problems) {
    String text = files.text("pack.yaml");
    if (text == null) {
      problems.add("pack.yaml", 0, "no-descriptor");
      return Optional.empty();
    }
    files.notUtf8().forEach(path -> problems.add(path, 0, "wrong-encoding", path));
    YamlFile file = YamlFile.read("pack.yaml", text, problems);
    if (!problems.none() || !descriptors.accepts(file, problems)) {
      return Optional.empty();
    }
    return DescriptorReader.read(file, problems);
  }

  /** Line of the first line that begins with a text; 1 when there is none. */
  static int lineOf(PackFiles files, String begin) {
    String text = files.text("pack.yaml");
    List<String> lines = text == null ? List.of() : text.lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).startsWith(begin)) {
        return i + 1;
      }
    }
    return 1;
  }

  /** The whole pack; empty when its descriptor cannot be read. */
  public Optional<RulePack> read(PackFiles files, Problems problems) {
    return descriptor(files, problems).map(descriptor -> read(files, descriptor, problems));
  }

  private RulePack read(PackFiles files, PackDescriptor descriptor, Problems problems) {
    List<TableRules> tables = Tables.read(files, descriptor, problems);
    List<Parameter> parameters = new ArrayList<>(parameters(files, descriptor, problems));
    Map<String, String> cells = new HashMap<>();
    for (TableRules table : tables) {
      table.addParameters(parameters, cells, problems);
    }
    return new RulePack(
        descriptor,
        parameters,
        rules(files, tables, descriptor, problems),
        cases(files, descriptor, problems),
        cells,
        files);
  }

  private List<Parameter> parameters(PackFiles files, PackDescriptor pack, Problems problems) {
    String text = files.text("parameters.yaml");
    if (text == null) {
      return List.of();
    }
    YamlFile file = YamlFile.read("parameters.yaml", text, problems);
    if (file.root().isMissingNode() || !parameters.accepts(file, problems)) {
      return List.of();
    }
    return ParameterReader.read(file, pack, problems);
  }

  private static List<Drl> rules(
      PackFiles files, List<TableRules> tables, PackDescriptor pack, Problems problems) {
    List<Drl> rules = new ArrayList<>();
    Map<String, RuleMeta> seen = new HashMap<>();
    for (String path : files.files().keySet()) {
      if (path.endsWith(".drl")) {
        Drl drl = new DrlReader(pack.id(), Origin.file(path), problems).read(files.text(path));
        add(drl, rules, seen, problems);
      }
    }
    for (TableRules table : tables) {
      Origin origin = Origin.cells(table.path(), table.cells());
      add(new DrlReader(pack.id(), origin, problems).read(table.text()), rules, seen, problems);
    }
    return rules;
  }

  private static void add(Drl drl, List<Drl> rules, Map<String, RuleMeta> seen, Problems problems) {
    if (drl != null) {
      rules.add(drl);
      drl.rules().forEach(rule -> unique(rule, seen, problems));
    }
  }

  private static void unique(RuleMeta rule, Map<String, RuleMeta> seen, Problems problems) {
    RuleMeta other = seen.putIfAbsent(rule.key(), rule);
    if (other != null) {
      String there = other.place().toString();
      problems.add(rule.file(), rule.line(), "duplicate-rule", rule.name(), there);
    }
  }

  private List<CaseText> cases(PackFiles files, PackDescriptor pack, Problems problems) {
    SchemaCheck schema = schemaOfCases(pack.kind());
    List<CaseText> cases = new ArrayList<>();
    for (String path : files.files().keySet()) {
      if (path.startsWith("cases/")) {
        YamlFile file = YamlFile.read(path, files.text(path), problems);
        if (!file.root().isMissingNode() && schema.accepts(file, problems)) {
          cases.addAll(cases(file));
        }
      }
    }
    return cases;
  }

  private SchemaCheck schemaOfCases(Kind kind) {
    return switch (kind) {
      case GATE, VERIFICATION -> passageCases;
      case GRADING -> gradingCases;
      default -> judgementCases;
    };
  }

  /**
   * Facts in the form in which cases give them.
   *
   * @param name what problems name as the file
   * @return empty when they are not acceptable; {@code problems} then says why, by their own lines
   */
  public Optional<JsonNode> given(Kind kind, String name, String text, Problems problems) {
    Problems found = new Problems();
    String given = "- case: facts\n  expect: " + anything(kind) + "\n  given:\n";
    YamlFile file = YamlFile.read(name, given + text.indent(INDENT), found);
    boolean good = found.none() && schemaOfCases(kind).accepts(file, found);
    for (PackProblem one : found.all()) {
      int line = Math.max(0, one.line() - LINES_BEFORE_GIVEN);
      problems.add(new PackProblem(one.file(), line, one.code(), one.message()));
    }
    return good ? Optional.of(file.root().get(0).get("given")) : Optional.empty();
  }

  private static String anything(Kind kind) {
    return switch (kind) {
      case GATE, VERIFICATION -> "{verdict: allow}";
      case GRADING -> "{complete: true}";
      default -> "{findings: []}";
    };
  }

  private static List<CaseText> cases(YamlFile file) {
    List<CaseText> cases = new ArrayList<>();
    for (JsonNode item : file.root()) {
      int line = file.line("/" + cases.size() + "/case");
      cases.add(
          new CaseText(
              item.get("case").asText(), item.get("given"), item.get("expect"), file.name(), line));
    }
    return cases;
  }
}
