package org.qingmen.cli.connector;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.qingmen.camelhost.RouteGuard;
import org.qingmen.cli.Terminal;
import org.qingmen.cli.Verb;

/**
 * {@code connector test}: captures of a folder, a connector's sources with their captures, or a
 * YAML route.
 */
final class TestAction {

  private static final String CAPTURES = "src/test/resources/captures/index.json";

  private final Terminal terminal;
  private final Texts texts;

  TestAction(Terminal terminal) {
    this.terminal = terminal;
    this.texts = new Texts(terminal);
  }

  int run(List<String> words) {
    Arguments arguments;
    try {
      arguments = new Arguments(words, Set.of(), Set.of("--protocol"));
    } catch (IllegalArgumentException e) {
      return texts.usage("wrong-option", e.getMessage());
    }
    if (arguments.files().size() != 1) {
      return texts.usage("test-usage");
    }
    Path given = Path.of(arguments.files().get(0));
    if (!Files.isReadable(given)) {
      return texts.usage("unreadable", given);
    }
    try {
      return test(given, arguments.option("--protocol")) ? Verb.OK : Verb.WRONG;
    } catch (IOException | IllegalArgumentException e) {
      terminal.err().println(texts.say("broken-index", given, String.valueOf(e.getMessage())));
      return Verb.WRONG;
    }
  }

  private boolean test(Path given, String protocol) throws IOException {
    String name = given.getFileName().toString();
    if (name.endsWith(".yaml") || name.endsWith(".yml")) {
      return route(given);
    }
    if (Files.isDirectory(given.resolve("src/main/java"))) {
      return sources(given, protocol);
    }
    Path index = Files.isDirectory(given) ? given.resolve("index.json") : given;
    return new CaptureTest(new Connectors(), protocol, terminal).run(index);
  }

  private boolean sources(Path folder, String protocol) throws IOException {
    try (Sources sources = new Sources(folder)) {
      List<String> problems = sources.compile();
      problems.forEach(terminal.out()::println);
      return problems.isEmpty()
          && new CaptureTest(new Connectors(sources.loader()), protocol, terminal)
              .run(folder.resolve(CAPTURES));
    }
  }

  private boolean route(Path file) throws IOException {
    String data = System.getenv().getOrDefault("QINGMEN_DATA", "data");
    List<RouteGuard.Problem> problems =
        new RouteGuard(RouteGuard.COMPONENTS, Path.of(data)).check(Files.readString(file));
    problems.forEach(
        problem ->
            terminal.out().println("x " + problem.code() + ": " + terminal.say(problem.message())));
    if (problems.isEmpty()) {
      terminal.out().println(texts.say("route-ok", file.getFileName().toString()));
    }
    return problems.isEmpty();
  }
}
