package org.qingmen.shell.internal;

import java.io.PrintStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.qingmen.supervision.upward.UpwardReporting;

/** {@code qingmen:upward-refill}: sends what is stored here and missing above. */
@Service
@Command(
    scope = "qingmen",
    name = "upward-refill",
    description = "按日补报缺少的记录 / Reports what is missing above, by day")
public final class UpwardRefillCommand extends QingmenCommand {

  @Reference(optional = true)
  UpwardReporting upward;

  @Argument(index = 0, name = "target", description = "上级平台 / platform above", required = true)
  String target;

  @Argument(index = 1, name = "from", description = "首日 yyyy-MM-dd / first day", required = true)
  String from;

  @Argument(index = 2, name = "to", description = "末日，不填为首日 / last day, else the first one")
  String to;

  @Override
  void run(Words words, PrintStream out) {
    LocalDate first = day(from, words);
    LocalDate last = to == null ? first : day(to, words);
    UpwardReporting service = need(upward, UpwardReporting.class, words);
    out.println(words.say("upward.refilled", service.refill(target, first, last, actor())));
  }

  private static LocalDate day(String text, Words words) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException e) {
      throw new CommandFailure(words.say("pack.no-day", text));
    }
  }
}
