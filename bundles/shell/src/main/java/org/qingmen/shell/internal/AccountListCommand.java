package org.qingmen.shell.internal;

import java.io.PrintStream;
import java.util.stream.Collectors;
import org.apache.karaf.shell.api.action.Command;
import org.apache.karaf.shell.api.action.lifecycle.Reference;
import org.apache.karaf.shell.api.action.lifecycle.Service;
import org.apache.karaf.shell.support.table.ShellTable;
import org.qingmen.security.Account;
import org.qingmen.security.Accounts;
import org.qingmen.security.Role;

/** {@code qingmen:account-list}. */
@Service
@Command(
    scope = "qingmen",
    name = "account-list",
    description = "账号、角色与范围 / Accounts, their roles and scopes")
public final class AccountListCommand extends QingmenCommand {

  @Reference(optional = true)
  Accounts accounts;

  @Override
  void run(Words words, PrintStream out) {
    ShellTable table = new ShellTable();
    for (String column : new String[] {"user", "scope", "roles", "locked"}) {
      table.column(words.say("account.column." + column));
    }
    table.emptyTableText(words.say("account.none"));
    for (Account account : need(accounts, Accounts.class, words).list()) {
      table
          .addRow()
          .addContent(
              account.user(),
              account.scope().code(),
              account.roles().stream().map(Role::code).sorted().collect(Collectors.joining(" ")),
              account.locked() ? words.say("account.locked") : "");
    }
    table.print(out);
  }
}
