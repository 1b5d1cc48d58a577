package org.qingmen.cli.rules;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.qingmen.cli.Verb;
import org.qingmen.engine.PackContent;
import org.qingmen.engine.PackContent.ParameterOrigin;
import org.qingmen.engine.RulesWorkbench;
import org.qingmen.engine.RulesWorkbench.Report;
import org.qingmen.spi.pack.Parameter;

/**
 * {@code rules matrix --unverified}: every value that nobody read in an official text, once, under
 * the pack that gives it, with what would verify it and how many packs rest on it.
 */
final class UnverifiedList {

  /** One value and the packs that rest on it. */
  private record Open(Parameter parameter, List<String> packs) {}

  private final Texts texts;
  private final Map<String, Map<String, Open>> byGiver = new TreeMap<>();
  private int packs;

  UnverifiedList(Texts texts) {
    this.texts = texts;
  }

  int run(Call call) {
    int code = Verb.OK;
    try (RulesWorkbench workbench = Workbenches.remembering(call, call.paths().get(0))) {
      List<Path> packs = packs(call.paths());
      for (Path pack : packs) {
        Report report = workbench.check(pack);
        if (report.good()) {
          take(report.content());
        } else {
          texts.terminal().err().println(texts.say("bad", pack, report.problems().size()));
          texts.problems(report.problems());
          code = Verb.WRONG;
        }
      }
    }
    print();
    return code;
  }

  /** Of many paths, as the shell makes them of {@code rules/*}, those that are packs. */
  private static List<Path> packs(List<Path> paths) {
    return paths.size() == 1 ? paths : paths.stream().filter(UnverifiedList::isPack).toList();
  }

  private static boolean isPack(Path path) {
    return Files.isDirectory(path)
        ? Files.exists(path.resolve("pack.yaml"))
        : path.toString().matches(".*\\.(zip|jar)");
  }

  private void take(PackContent content) {
    packs++;
    for (ParameterOrigin origin : content.origins()) {
      Parameter parameter = origin.parameter();
      if (!parameter.verified()) {
        byGiver
            .computeIfAbsent(origin.pack().id(), id -> new LinkedHashMap<>())
            .computeIfAbsent(name(parameter), name -> new Open(parameter, new ArrayList<>()))
            .packs()
            .add(content.descriptor().id());
      }
    }
  }

  private void print() {
    byGiver.forEach(
        (giver, open) -> {
          texts.terminal().out().println(giver);
          open.values().forEach(this::print);
        });
    List<Open> all = byGiver.values().stream().flatMap(open -> open.values().stream()).toList();
    long unknown = all.stream().filter(open -> open.parameter().value() == null).count();
    texts.print("unverified-total", packs, all.size(), unknown);
  }

  private void print(Open open) {
    Parameter parameter = open.parameter();
    String operator = parameter.operator() == null ? "=" : parameter.operator();
    Object value = parameter.value() == null ? texts.say("unknown-value") : parameter.value();
    texts
        .terminal()
        .out()
        .println("  " + name(parameter) + "  " + operator + " " + value + "  " + mark());
    texts.print("unverified-clause", parameter.clause());
    texts.print("unverified-source", parameter.source());
    String how = parameter.verify() == null ? texts.say("verify-unsaid") : parameter.verify();
    texts.print("unverified-verify", how);
    if (open.packs().size() > 1) {
      texts.print("unverified-packs", open.packs().size());
    }
  }

  private String mark() {
    return "[" + texts.say("unverified") + "]";
  }

  private static String name(Parameter parameter) {
    String grade = parameter.grade() == null ? "" : " " + parameter.grade();
    return parameter.name() + grade + " @" + parameter.from();
  }
}
