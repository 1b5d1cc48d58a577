package org.qingmen.engine.internal.pack;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.drools.drl.ast.descr.AnnotationDescr;
import org.drools.drl.ast.descr.AttributeDescr;
import org.drools.drl.ast.descr.BaseDescr;
import org.drools.drl.ast.descr.GlobalDescr;
import org.drools.drl.ast.descr.ImportDescr;
import org.drools.drl.ast.descr.PackageDescr;
import org.drools.drl.ast.descr.RuleDescr;
import org.drools.drl.parser.DrlParser;
import org.drools.drl.parser.DroolsError;
import org.drools.drl.parser.DroolsParserException;

/**
 * Reads a DRL file: what its rules say of themselves, and whether it keeps to the part of the
 * language that packs may use. Knows the line of everything, which the compiler later does not.
 */
final class DrlReader {

  private static final List<String> ANNOTATIONS = List.of("code", "clause", "zh", "en");
  private static final Set<String> ATTRIBUTES = Set.of("salience", "no-loop", "dialect");
  private static final Set<String> KNOWN = Set.of("code", "clause", "zh", "en", "evidence");
  private static final List<String> IMPORTS =
      List.of("org.qingmen.spi.facts.", "org.qingmen.model.");
  private static final Set<String> TYPES = Set.of("java.util.List", "java.time.LocalDate");
  private static final Map<String, String> GLOBALS =
      Map.of("outcome", "Outcome", "tally", "Tally", "parameters", "Parameters");

  private final String pack;
  private final Origin origin;
  private final Problems problems;

  DrlReader(String pack, Origin origin, Problems problems) {
    this.pack = pack;
    this.origin = origin;
    this.problems = problems;
  }

  /** The file; null when it cannot be parsed. */
  Drl read(String text) {
    PackageDescr file = parse(text);
    if (file == null) {
      return null;
    }
    String name = file.getName();
    if (name == null || !name.matches("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)*") || reserved(name)) {
      report(1, "drl-package", String.valueOf(name));
    }
    check(file);
    List<RuleMeta> rules = new ArrayList<>();
    Map<String, Drl.Span> spans = new HashMap<>();
    for (RuleDescr rule : file.getRules()) {
      rules.add(rule(rule, name));
      spans.put(rule.getName(), new Drl.Span(rule.getStartCharacter(), rule.getEndCharacter() + 1));
    }
    return new Drl(pack, origin, name, text, rules, spans);
  }

  private void report(int line, String code, Object... values) {
    Place place = origin.at(line);
    problems.add(place.file(), place.line(), code, values);
  }

  private PackageDescr parse(String text) {
    DrlParser parser = new DrlParser();
    try {
      PackageDescr file = parser.parse(false, text);
      for (DroolsError error : parser.getErrors()) {
        int[] lines = error.getLines();
        report(lines.length == 0 ? 0 : lines[0], "drl-syntax", error.getMessage());
      }
      if (parser.hasErrors()) {
        return null;
      }
      if (file == null) {
        report(1, "drl-syntax", "empty");
      }
      return file;
    } catch (DroolsParserException e) {
      report(0, "drl-syntax", String.valueOf(e.getMessage()));
      return null;
    }
  }

  private static boolean reserved(String name) {
    return name.matches("(org|java|javax|jakarta|sun|jdk|com)(\\..*)?");
  }

  private void check(PackageDescr file) {
    forbid(file.getFunctions(), "function");
    forbid(file.getFunctionImports(), "import function");
    forbid(file.getAccumulateImports(), "import accumulate");
    forbid(file.getTypeDeclarations(), "declare");
    forbid(file.getEnumDeclarations(), "declare enum");
    forbid(file.getEntryPointDeclarations(), "declare entry-point");
    forbid(file.getWindowDeclarations(), "declare window");
    if (file.getUnit() != null) {
      report(file.getUnit().getLine(), "drl-forbidden", "unit");
    }
    for (ImportDescr line : file.getImports()) {
      String target = line.getTarget();
      if (IMPORTS.stream().noneMatch(target::startsWith) && !TYPES.contains(target)) {
        report(line.getLine(), "drl-import", line.getTarget());
      }
    }
    for (GlobalDescr global : file.getGlobals()) {
      String type = GLOBALS.get(global.getIdentifier());
      String declared = global.getType();
      if (type == null || !declared.replace(FactPatterns.PACKAGE, "").equals(type)) {
        report(global.getLine(), "drl-global", declared + " " + global.getIdentifier());
      }
    }
    file.getAttributes().forEach(this::attribute);
  }

  private void forbid(Iterable<? extends BaseDescr> found, String what) {
    found.forEach(descr -> report(descr.getLine(), "drl-forbidden", what));
  }

  private void attribute(AttributeDescr attribute) {
    if (!ATTRIBUTES.contains(attribute.getName())) {
      report(attribute.getLine(), "drl-forbidden", attribute.getName());
    } else if (attribute.getName().equals("dialect") && !attribute.getValue().equals("java")) {
      report(attribute.getLine(), "drl-forbidden", attribute.getValue());
    }
  }

  private RuleMeta rule(RuleDescr rule, String drlPackage) {
    rule.getAttributes().values().forEach(this::attribute);
    if (rule.getParentName() != null) {
      report(rule.getLine(), "drl-forbidden", "extends");
    }
    if (rule.getClass() != RuleDescr.class) {
      report(rule.getLine(), "drl-forbidden", "query");
    }
    rule.getAnnotationNames().stream()
        .filter(name -> !KNOWN.contains(name))
        .forEach(name -> report(rule.getLine(), "drl-forbidden", "@" + name));
    RuleShape.check(rule.getLhs(), rule.getLine(), this::report);
    FactPatterns.strange(rule.getLhs())
        .forEach(pattern -> report(pattern.getLine(), "drl-fact", pattern.getObjectType()));
    String[] said = new String[ANNOTATIONS.size()];
    for (int i = 0; i < said.length; i++) {
      said[i] = annotation(rule, ANNOTATIONS.get(i));
    }
    Place place = origin.at(rule.getLine());
    return new RuleMeta(
        rule.getName(),
        drlPackage,
        said[0],
        said[1],
        said[2],
        said[3],
        pack,
        place.file(),
        place.line(),
        evidence(rule),
        origin,
        0);
  }

  /** Which facts prove what the rule says; a rule need not say. */
  private static String evidence(RuleDescr rule) {
    AnnotationDescr annotation = rule.getAnnotation("evidence");
    Object value = annotation == null ? null : annotation.getSingleValueStripped();
    return value == null || value.toString().isBlank() ? null : value.toString();
  }

  private String annotation(RuleDescr rule, String name) {
    AnnotationDescr annotation = rule.getAnnotation(name);
    Object value = annotation == null ? null : annotation.getSingleValueStripped();
    if (value == null || value.toString().isBlank()) {
      report(rule.getLine(), "rule-without-" + name, rule.getName());
      return "";
    }
    return value.toString().strip();
  }
}
