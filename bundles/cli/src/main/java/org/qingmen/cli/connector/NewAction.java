package org.qingmen.cli.connector;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.qingmen.cli.Terminal;
import org.qingmen.cli.Verb;

/** {@code connector new}: a skeleton that is green at once, as sources or as a YAML route. */
final class NewAction {

  private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]{1,30}");
  private static final String SERVICE = "org.qingmen.spi.device.Connector";
  private static final Map<String, String> JAVA =
      Map.ofEntries(
          Map.entry("pom.xml", "pom.xml"),
          Map.entry("README.md", "README.md"),
          Map.entry("Codec.java", "src/main/java/@PATH@/@Name@Codec.java"),
          Map.entry("Mapping.java", "src/main/java/@PATH@/@Name@Mapping.java"),
          Map.entry("Connector.java", "src/main/java/@PATH@/@Name@Connector.java"),
          Map.entry("Routes.java", "src/main/java/@PATH@/@Name@Routes.java"),
          Map.entry("codes.properties", "src/main/resources/@PATH@/codes/@name@.properties"),
          Map.entry("messages_zh.properties", "src/main/resources/@PATH@/messages_zh.properties"),
          Map.entry("messages_en.properties", "src/main/resources/@PATH@/messages_en.properties"),
          Map.entry("service", "src/main/resources/META-INF/services/" + SERVICE),
          Map.entry("CodecTest.java", "src/test/java/@PATH@/@Name@CodecTest.java"),
          Map.entry("index.json", "src/test/resources/captures/index.json"),
          Map.entry("passage.txt", "src/test/resources/captures/passage.txt"),
          Map.entry("broken.txt", "src/test/resources/captures/broken.txt"));
  private static final Map<String, String> ROUTE = Map.of("route.yaml", "@name@.camel.yaml");

  private final Terminal terminal;
  private final Texts texts;

  NewAction(Terminal terminal) {
    this.terminal = terminal;
    this.texts = new Texts(terminal);
  }

  int run(List<String> words) {
    Arguments arguments;
    try {
      arguments = new Arguments(words, Set.of(), Set.of("--kind", "--dir"));
    } catch (IllegalArgumentException e) {
      return texts.usage("wrong-option", e.getMessage());
    }
    String kind = arguments.option("--kind") == null ? "java" : arguments.option("--kind");
    boolean known = "java".equals(kind) || "route".equals(kind);
    if (!known || arguments.files().size() != 1) {
      return texts.usage("new-usage");
    }
    String name = arguments.files().get(0);
    if (!NAME.matcher(name).matches()) {
      return texts.usage("wrong-name", name);
    }
    Path parent = Path.of(arguments.option("--dir") == null ? "." : arguments.option("--dir"));
    Path target = "java".equals(kind) ? parent.resolve(name) : parent;
    return write(name, kind, target);
  }

  private int write(String name, String kind, Path folder) {
    Map<String, String> files = "java".equals(kind) ? JAVA : ROUTE;
    try {
      for (String target : files.values()) {
        if (Files.exists(folder.resolve(filled(target, name)))) {
          terminal.err().println(texts.say("exists", folder.resolve(filled(target, name))));
          return Verb.WRONG;
        }
      }
      for (Map.Entry<String, String> file : files.entrySet()) {
        Path target = folder.resolve(filled(file.getValue(), name));
        Files.createDirectories(target.getParent());
        Files.writeString(target, filled(template(kind, file.getKey()), name));
      }
    } catch (IOException e) {
      terminal.err().println(texts.say("not-written", folder, String.valueOf(e.getMessage())));
      return Verb.WRONG;
    }
    Path first = "java".equals(kind) ? folder : folder.resolve(name + ".camel.yaml");
    terminal.out().println(texts.say("written", first));
    return Verb.OK;
  }

  private static String filled(String template, String name) {
    String type = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    return template
        .replace("@PATH@", "local/connectors/" + name)
        .replace("@Name@", type)
        .replace("@name@", name);
  }

  private static String template(String kind, String file) throws IOException {
    String resource = "templates/" + kind + "/" + file + ".template";
    try (InputStream stream = NewAction.class.getResourceAsStream(resource)) {
      if (stream == null) {
        throw new IOException("no template " + resource);
      }
      return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
