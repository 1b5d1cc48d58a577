package org.qingmen.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.qingmen.store.AuditTrail;
import org.qingmen.store.ChainCheck;

/** {@code qingmen:audit-verify}; fails when the chain is broken, so that scripts notice. */
@Service
@Command(
    scope = "qingmen",
    name = "audit-verify",
    description = "检查审计记录是否被改动 / Checks that nothing in the audit trail was altered")
public final class AuditVerifyCommand extends QingmenCommand {

  @Reference(optional = true)
  AuditTrail audit;

  @Override
  void run(Words words, PrintStream out) {
    ChainCheck check = need(audit, AuditTrail.class, words).verify();
    if (!check.intact()) {
      throw new CommandFailure(words.say("audit.broken", check.brokenRow(), check.reason()));
    }
    out.println(words.say("audit.intact", check.rows()));
  }
}
