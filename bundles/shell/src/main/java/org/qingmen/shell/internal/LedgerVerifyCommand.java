package org.qingmen.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Argument;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.qingmen.store.ChainCheck;
import org.qingmen.store.LedgerStore;

/** {@code qingmen:ledger-verify}; fails when a chain is broken, so that scripts notice. */
@Service
@Command(
    scope = "qingmen",
    name = "ledger-verify",
    description = "检查台账是否被改动 / Checks that nothing in the ledgers was altered")
public final class LedgerVerifyCommand extends QingmenCommand {

  @Reference(optional = true)
  LedgerStore ledgers;

  @Argument(name = "enterprise", description = "企业编码，不填为全部 / enterprise, else all of them")
  String enterprise;

  @Override
  void run(Words words, PrintStream out) {
    ChainCheck check = need(ledgers, LedgerStore.class, words).verify(enterprise);
    if (!check.intact()) {
      throw new CommandFailure(words.say("ledger.broken", check.brokenRow(), check.reason()));
    }
    out.println(words.say("ledger.intact", check.rows()));
  }
}
