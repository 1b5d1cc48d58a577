package org.qingmen.shell.internal;

import java.io.PrintStream;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.qingmen.engine.PackContent;
import org.qingmen.engine.PackContent.ParameterOrigin;
import org.qingmen.engine.PackContent.RuleInfo;
import org.qingmen.engine.RulePacks;

/** {@code qingmen:pack-inheritance}. */
@Service
@Command(
    scope = "qingmen",
    name = "pack-inheritance",
    description = "规则包各层的来源 / Which layer of a rule pack gave what")
public final class PackInheritanceCommand extends QingmenCommand {

  @Reference(optional = true)
  RulePacks packs;

  @Argument(index = 0, name = "id", description = "规则包编号 / id of the pack", required = true)
  String id;

  @Argument(index = 1, name = "version", description = "版本 / version", required = true)
  String version;

  @Override
  void run(Words words, PrintStream out) {
    PackContent content =
        need(packs, RulePacks.class, words)
            .content(id, version)
            .orElseThrow(() -> new CommandFailure(words.say("pack.unknown", id + " " + version)));
    ShellTable table = new ShellTable();
    for (String column : new String[] {"name", "value", "valid", "layer", "replaces"}) {
      table.column(words.say("pack.column." + column));
    }
    content.origins().forEach(one -> row(table, one));
    for (RuleInfo rule : content.rules()) {
      String replaced = rule.replaces() == null ? "" : rule.replaces().id();
      table
          .addRow()
          .addContent(rule.name(), rule.code(), "", rule.pack() + " " + rule.version(), replaced);
    }
    table.print(out);
  }

  private static void row(ShellTable table, ParameterOrigin one) {
    String grade = one.parameter().grade() == null ? "" : " " + one.parameter().grade();
    String operator = one.parameter().operator() == null ? "" : one.parameter().operator() + " ";
    String replaced =
        one.replaces().stream()
            .map(wider -> wider.pack().id() + " " + wider.parameter().value())
            .collect(Collectors.joining(", "));
    table
        .addRow()
        .addContent(
            one.parameter().name() + grade,
            operator + one.parameter().value(),
            one.parameter().from(),
            one.pack().id() + " " + one.pack().version(),
            replaced);
  }
}
