package org.qingmen.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.qingmen.intake.IntakeStatus;
import org.qingmen.store.Projection;

/** {@code qingmen:intake-status}. */
@Service
@Command(
    scope = "qingmen",
    name = "intake-status",
    description = "日志、投影与收件情况 / Journal, projection and what came in")
public final class IntakeStatusCommand extends QingmenCommand {

  @Reference(optional = true)
  IntakeStatus intake;

  @Reference(optional = true)
  Projection projection;

  @Override
  void run(Words words, PrintStream out) {
    IntakeStatus.Figures figures = need(intake, IntakeStatus.class, words).figures();
    Projection database = need(projection, Projection.class, words);
    Projection.Lag lag = database.lag();
    line(words, out, "journal-end", figures.journalEnd());
    line(words, out, "projected", database.position());
    line(words, out, "lag-entries", lag.entries());
    line(words, out, "lag-millis", lag.millis());
    line(words, out, "accepted", figures.accepted());
    line(words, out, "duplicates", figures.duplicates());
    line(words, out, "conflicts", figures.conflicts());
    line(words, out, "rejected", figures.rejected());
    line(words, out, "quarantined", figures.quarantined());
  }

  private static void line(Words words, PrintStream out, String key, long value) {
    out.println(words.say("intake." + key) + ": " + value);
  }
}
