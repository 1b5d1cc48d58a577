package org.qingmen.shell.internal;

import java.io.PrintStream;
import java.util.Comparator;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.qingmen.engine.Comparing;
import org.qingmen.engine.PackDifference;
import org.qingmen.engine.PackStatus;
import org.qingmen.spi.pack.PackState;
import org.qingmen.spi.pack.Parameter;

/** {@code qingmen:diff}: by rule and by dated value, not by file. */
@Service
@Command(
    scope = "qingmen",
    name = "diff",
    description = "规则包两个版本的差别 / What differs between two versions of a pack")
public final class DiffCommand extends CandidateCommand {

  @Reference(optional = true)
  Comparing comparing;

  @Option(
      name = "--against",
      description = "版本或 编号@版本，缺省为现行版本 / version or id@version, the one in service when left out")
  String against;

  @Override
  void run(Words words, PrintStream out) {
    Comparing service = need(comparing, Comparing.class, words);
    PackStatus after = usable(id, version, words);
    PackStatus before = against == null ? serving(after, words) : named(words);
    out.println(words.say("diff.head", before.id(), before.version(), after.id(), after.version()));
    print(service.difference(ref(before), ref(after)), words, out);
  }

  private PackStatus named(Words words) {
    int at = against.indexOf('@');
    return at < 0
        ? usable(id, against, words)
        : usable(against.substring(0, at), against.substring(at + 1), words);
  }

  private PackStatus serving(PackStatus pack, Words words) {
    return packs(words).list().stream()
        .filter(one -> one.id().equals(pack.id()) && one.state() == PackState.ACTIVE)
        .filter(one -> !one.hash().equals(pack.hash()))
        .max(Comparator.comparing((PackStatus one) -> one.descriptor().validFrom()))
        .orElseThrow(() -> new CommandFailure(words.say("diff.nothing-serves", pack.id())));
  }

  private static void print(PackDifference difference, Words words, PrintStream out) {
    if (difference.none()) {
      out.println(words.say("diff.none"));
    }
    for (PackDifference.Member one : difference.descriptor()) {
      out.println("~ pack.yaml " + one.name() + ": " + one.before() + " -> " + one.after());
    }
    for (PackDifference.RuleChange one : difference.rules()) {
      out.println(
          mark(one.kind())
              + " "
              + one.code()
              + " "
              + one.rule()
              + "  "
              + one.file()
              + ":"
              + one.line());
      one.text().stream()
          .filter(line -> line.kind() != null)
          .forEach(line -> out.println("    " + mark(line.kind()) + " " + line.text()));
    }
    for (PackDifference.ParameterChange one : difference.parameters()) {
      out.println(
          mark(one.kind())
              + " "
              + one.name()
              + ": "
              + said(one.before())
              + " -> "
              + said(one.after()));
    }
    for (PackDifference.CaseChange one : difference.cases()) {
      out.println(mark(one.kind()) + " " + words.say("diff.case") + " " + one.sentence());
    }
  }

  private static String mark(PackDifference.Kind kind) {
    return switch (kind) {
      case ADDED -> "+";
      case REMOVED -> "-";
      case CHANGED -> "~";
    };
  }

  private static String said(Parameter row) {
    return row == null ? "-" : row.value() + " (" + row.from() + "..)";
  }
}
