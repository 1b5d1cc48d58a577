package org.qingmen.shell.internal;

import java.io.PrintStream;
import java.util.List;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.qingmen.engine.PackStatus;
import org.qingmen.engine.RulePacks;
import org.qingmen.engine.StoppedRule;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.spi.pack.PackProblem;

/** {@code qingmen:pack-info}. */
@Service
@Command(scope = "qingmen", name = "pack-info", description = "规则包详情 / A rule pack in detail")
public final class PackInfoCommand extends QingmenCommand {

  @Reference(optional = true)
  RulePacks packs;

  @Argument(index = 0, name = "id", description = "规则包编号 / id of the pack", required = true)
  String id;

  @Argument(index = 1, name = "version", description = "版本，缺省为全部 / version, all when left out")
  String version;

  @Override
  void run(Words words, PrintStream out) {
    List<PackStatus> wanted =
        need(packs, RulePacks.class, words).list().stream()
            .filter(pack -> pack.id().equals(id))
            .filter(pack -> version == null || pack.version().equals(version))
            .toList();
    if (wanted.isEmpty()) {
      throw new CommandFailure(
          words.say("pack.unknown", version == null ? id : id + " " + version));
    }
    wanted.forEach(pack -> print(pack, words, out));
  }

  private static void print(PackStatus pack, Words words, PrintStream out) {
    out.println(pack.id() + " " + pack.version() + "  " + words.say(pack.state()));
    PackDescriptor descriptor = pack.descriptor();
    if (descriptor != null) {
      line(words, out, "title", words.say(descriptor.title()));
      line(words, out, "policy", descriptor.policy());
      line(words, out, "region", descriptor.region().code());
      line(words, out, "industries", String.join(", ", descriptor.industries()));
      line(words, out, "from", descriptor.validFrom());
      line(words, out, "to", descriptor.validTo());
      line(words, out, "base", descriptor.base());
    }
    line(words, out, "hash", pack.hash());
    line(words, out, "signed", pack.unsigned() ? words.say("pack.unsigned") : pack.signedBy());
    line(words, out, "approved", pack.signers().approver());
    line(words, out, "bases", bases(pack, words));
    line(words, out, "serves-from", pack.from());
    line(words, out, "installed", by(pack.installedAt(), pack.installedBy()));
    line(words, out, "activated", by(pack.activatedAt(), pack.activatedBy()));
    for (StoppedRule rule : pack.stopped()) {
      String reason = rule.reason() == null ? "" : ": " + rule.reason();
      line(words, out, "stopped", rule.name() + " (" + rule.code() + ") " + rule.by() + reason);
    }
    pack.problems().forEach(problem -> out.println("  ! " + text(problem, words)));
  }

  private static String bases(PackStatus pack, Words words) {
    String names =
        pack.bases().stream()
            .map(base -> base.id() + " " + base.version())
            .collect(Collectors.joining(" > "));
    return pack.olderBase() ? names + "  " + words.say("pack.older-base") : names;
  }

  private static void line(Words words, PrintStream out, String key, Object value) {
    if (value != null && !value.toString().isEmpty()) {
      out.println("  " + words.say("pack.column." + key) + ": " + value);
    }
  }

  private static String by(Object at, String actor) {
    return at == null ? null : at + " " + actor;
  }

  static String text(PackProblem problem, Words words) {
    String place = problem.place().isEmpty() ? "" : problem.place() + " ";
    return place + problem.code() + " " + words.say(problem.message());
  }
}
