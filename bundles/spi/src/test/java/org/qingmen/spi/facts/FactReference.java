package org.qingmen.spi.facts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

  private final StringBuilder out = new StringBuilder();

  static String of(Path sources) throws IOException {
    FactReference reference = new FactReference();
    reference.head();
    try (Stream<Path> files = Files.list(sources)) {
      for (Path file : files.sorted().toList()) {
        if (!file.endsWith("package-info.java")) {
          reference.type(Files.readString(file));
        }
      }
    }
    return reference.out.toString();
  }

  private void head() {
    out.append("# Facts: what a rule may ask\n\n")
        .append("Generated from `org.qingmen.spi.facts`; the build fails when this page is stale ")
        .append("(`-Dqingmen.reference=write` on the tests of `bundles/spi` writes it again).\n\n")
        .append("A property is asked by its name: `Passage(stageRank >= 5)`. ")
        .append("A method is called: `Fact(text(\"level\") == \"red\")`.\n");
  }

  private void type(String source) {
    Matcher type = TYPE.matcher(source);
    if (!type.find()) {
      return;
    }
    out.append("\n## ")
        .append(type.group(3))
        .append("\n")
        .append(prose(type.group(1)))
        .append("\n");
    List<String> rows = new ArrayList<>();
    Matcher method = METHOD.matcher(source.substring(type.end()));
    while (method.find()) {
      boolean made =
          method.group(3).strip().equals("public") || method.group(4).equals(type.group(3));
      if (!made && !method.group(3).contains("return")) {
        rows.add(row(method, type.group(3)));
      }
    }
    if (!rows.isEmpty()) {
      out.append("\n| ask | type | meaning |\n| --- | --- | --- |\n");
      rows.forEach(out::append);
    }
  }

  private static String row(Matcher method, String type) {
    String name = method.group(4);
    String arguments = method.group(5).replaceAll("\\s+", " ").strip();
    boolean property = arguments.isEmpty() && name.matches("(get|is)[A-Z].*");
    String shown = property ? property(name) : name + "(" + arguments + ")";
    String asked = method.group(2) == null ? shown : type + "." + shown;
    return "| `"
        + asked
        + "` | "
        + method.group(3).strip()
        + " | "
        + prose(method.group(1)).replace("\n", " ").replace("|", "\\|")
        + " |\n";
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
