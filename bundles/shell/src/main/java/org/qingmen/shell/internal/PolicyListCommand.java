package org.qingmen.shell.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.time.Clock;
import java.util.Optional;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.Option;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.qingmen.model.Coded;
import org.qingmen.store.Document;
import org.qingmen.store.StoredJson;
import org.qingmen.supervision.control.ControlPolicies;
import org.qingmen.supervision.control.PolicyState;

/** {@code qingmen:policies}. */
@Service
@Command(
    scope = "qingmen",
    name = "policies",
    description = "管控策略及其状态 / Control policies and their states")
public final class PolicyListCommand extends QingmenCommand {

  private static final int MOST = 1000;

  @Reference(optional = true)
  ControlPolicies policies;

  @Option(name = "--division", description = "行政区划前缀 / leading digits of the division")
  String division;

  @Option(
      name = "--state",
      description = "只列出 draft、approved、in-force、expired 或 withdrawn / only those in one state")
  String state;

  @Override
  void run(Words words, PrintStream out) {
    ControlPolicies service = need(policies, ControlPolicies.class, words);
    ShellTable table = words.table("policy", "id", "state", "from", "to", "title");
    for (Document one : service.list(division, wanted(words), null, MOST).items()) {
      JsonNode body = StoredJson.body(one);
      table
          .addRow()
          .addContent(
              one.id(),
              service.state(one, Clock.systemUTC().instant()).code(),
              body.path("from").asText(),
              body.path("to").asText(),
              body.path("title").asText());
    }
    table.print(out);
  }

  private PolicyState wanted(Words words) {
    if (state == null) {
      return null;
    }
    Optional<PolicyState> known = Coded.of(PolicyState.class, state);
    return known.orElseThrow(() -> new CommandFailure(words.say("policy.no-state", state)));
  }
}
