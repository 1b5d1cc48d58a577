package org.qingmen.shell.internal;

import java.io.PrintStream;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.qingmen.engine.PackStatus;
import org.qingmen.engine.RulePacks;
import org.qingmen.store.AuditTrail;

/** What commands that change a rule pack have in common. */
abstract class PackChange extends QingmenCommand {

  @Reference(optional = true)
  RulePacks packs;

  @Reference(optional = true)
  AuditTrail audit;

  /** The packs; refuses before anything changes when the act could not be written down. */
  RulePacks packs(Words words) {
    need(audit, AuditTrail.class, words);
    return need(packs, RulePacks.class, words);
  }

  /** Tells what serves now and writes down who did it. */
  void done(String action, PackStatus status, Words words, PrintStream out) {
    String target = status.id() + "/" + status.version();
    String detail = "{\"hash\":\"" + status.hash() + "\",\"state\":\"" + status.state() + "\"}";
    audit.append(actor(), action, target, detail);
    out.println(words.say("pack.now", status.id(), status.version(), words.say(status.state())));
  }
}
