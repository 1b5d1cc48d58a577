package org.qingmen.shell.internal;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.karaf.shell.api.console.Session;
import org.apache.karaf.shell.support.CommandException;

/** A console session that keeps what is printed. */
final class FakeSession {

  private final Map<String, Object> variables = new HashMap<>();
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream console = new PrintStream(printed, true, StandardCharsets.UTF_8);

  FakeSession(String language) {
    variables.put("LANG", language);
    variables.put("USER", "wang");
  }

  /** What Karaf hands to a command. */
  Session session() {
    return (Session)
        Proxy.newProxyInstance(
            Session.class.getClassLoader(),
            new Class<?>[] {Session.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "get" -> variables.get((String) arguments[0]);
                  case "getConsole" -> console;
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  /** Runs a command and gives what it printed. */
  String run(QingmenCommand command) throws CommandException {
    command.session = session();
    command.execute();
    return printed.toString(StandardCharsets.UTF_8);
  }
}
