package org.qingmen.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Action;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;
import org.qingmen.engine.PackException;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.store.StoreUnavailableException;

/** What the commands have in common: language, output, and how refusals are told. */
abstract class QingmenCommand implements Action {

  @Reference Session session;

  @Override
  public final Object execute() throws CommandException {
    Words words = Words.of(session);
    try {
      run(words, session.getConsole());
      return null;
    } catch (CommandFailure failure) {
      // The one exception that Karaf prints without logging an error of the server.
      throw new CommandException(failure.getMessage());
    } catch (Refusal refusal) {
      throw new CommandException(told(refusal, words));
    } catch (PackException refused) {
      throw new CommandException(
          words.say("pack.refused", refused.code(), words.say(refused.text())));
    } catch (StoreUnavailableException away) {
      throw new CommandException(words.say("database.away", away.getMessage()));
    }
  }

  private static String told(Refusal refusal, Words words) {
    return words.say(
        "refused",
        refusal.code(),
        words.say(refusal.what()),
        words.say(refusal.why()),
        words.say(refusal.fix()));
  }

  /** Does the work; may throw what {@link #execute} tells. */
  abstract void run(Words words, PrintStream out);

  /**
   * The service, or why the command cannot work. All services are optional to Karaf, because it
   * shows either all commands of a bundle or none.
   */
  static <T> T need(T service, Class<T> type, Words words) {
    if (service == null) {
      throw new CommandFailure(words.say("service.away", type.getSimpleName()));
    }
    return service;
  }

  /** Who is at the console, for the audit trail. */
  String actor() {
    Object user = session.get("USER");
    return "shell:" + (user == null ? "console" : user);
  }
}
