package org.qingmen.spi.facts;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Writes the reference of the fact API from its sources: what a rule may ask, with its meaning. */
final class FactReference {

  private static final Pattern TYPE =
      Pattern.compile(
          "(?s)/\\*\\*((?:(?!\\*/).)*)\\*/\\s*public (?:final )?(record|interface|class) (\\w+)");
  private static final Pattern METHOD =
      Pattern.compile(
          "(?s)/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@Override\\s*)?(?:public )?(static )?([\\w<>., \\[\\]]+?) (\\w+)\\(([^)]*)\\)\\s*[{;]");

  /** What a rule may ask of a fact. */
  record Member(String ask, String type, String about) {}

  /** A type of fact, or of what helps with facts. */
  record Type(String name, String about, List<Member> members) {}

  private FactReference() {}

  /** The page for people. */
  static String page(List<Type> types) {
    StringBuilder out = new StringBuilder();
    head(out);
    for (Type type : types) {
      out.append("\n## %s\n%s\n".formatted(type.name(), type.about()));
      if (!type.members().isEmpty()) {
        out.append("\n| ask | type | meaning |\n| --- | --- | --- |\n");
      }
      for (Member one : type.members()) {
        String about = one.about().replace("\n", " ").replace("|", "\\|");
        out.append("| `%s` | %s | %s |\n".formatted(one.ask(), one.type(), about));
      }
    }
    return out.toString();
  }

  /** The same for editors, which complete from it. */
  static String index(List<Type> types) throws IOException {
    return new ObjectMapper()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .writeValueAsString(Map.of("types", types))
        + "\n";
  }

  /** What the sources say. */
  static List<Type> of(Path sources) throws IOException {
    List<Type> types = new ArrayList<>();
    try (Stream<Path> files = Files.list(sources)) {
      for (Path file : files.sorted().toList()) {
        if (!file.endsWith("package-info.java")) {
          type(Files.readString(file)).ifPresent(types::add);
        }
      }
    }
    return types;
  }

  private static void head(StringBuilder out) {
    out.append("# Facts: what a rule may ask\n\n")
        .append("Generated from `org.qingmen.spi.facts`; the build fails when this page is stale ")
        .append("(`-Dqingmen.reference=write` on the tests of `bundles/spi` writes it again).\n\n")
        .append("A property is asked by its name: `Passage(stageRank >= 5)`. ")
        .append("A method is called: `Fact(text(\"level\") == \"red\")`.\n");
  }

  private static Optional<Type> type(String source) {
    Matcher type = TYPE.matcher(source);
    if (!type.find()) {
      return Optional.empty();
    }
    List<Member> members = new ArrayList<>();
    Matcher method = METHOD.matcher(source.substring(type.end()));
    while (method.find()) {
      boolean made =
          method.group(3).strip().equals("public") || method.group(4).equals(type.group(3));
      if (!made && !method.group(3).contains("return")) {
        members.add(member(method, type.group(3)));
      }
    }
    return Optional.of(new Type(type.group(3), prose(type.group(1)), members));
  }

  private static Member member(Matcher method, String type) {
    String name = method.group(4);
    String arguments = method.group(5).replaceAll("\\s+", " ").strip();
    boolean property = arguments.isEmpty() && name.matches("(get|is)[A-Z].*");
    String shown = property ? property(name) : name + "(" + arguments + ")";
    String asked = method.group(2) == null ? shown : type + "." + shown;
    return new Member(asked, method.group(3).strip(), prose(method.group(1)));
  }

  private static String property(String getter) {
    String name = getter.replaceFirst("^(get|is)", "");
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  /** A comment as text: without stars, tags as plain words. */
  private static String prose(String comment) {
    return comment
        .replaceAll("(?m)^\\s*\\* ?", "")
        .replaceAll("\\{@(?:code|link)\\s+([^}]*)\\}", "`$1`")
        .replaceAll("</?p>", "")
        .replaceAll("(?m)^@param (\\w+) ", "* `$1` ")
        .replaceAll("(?m)^@return ", "Returns ")
        .replaceAll("(?m)^@throws (\\w+) ", "Fails (`$1`) ")
        .replaceAll("\n {2,}", " ")
        .strip();
  }
}
