package org.qingmen.cli.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.qingmen.cli.Verb;

/** {@code rules new}: a skeleton with comments that teach, green at once. */
final class NewAction implements Action {

  private static final List<String> GATE =
      List.of("pack.yaml", "parameters.yaml", "rules/gate.drl", "cases/gate.yaml");
  private static final List<String> VERIFICATION =
      List.of("pack.yaml", "parameters.yaml", "rules/checks.drl", "cases/checks.yaml");
  private static final List<String> GRADING =
      List.of("pack.yaml", "parameters.yaml", "rules/exclusions.drl", "cases/grades.yaml");
  private static final List<String> FUNCTION =
      List.of("pack.yaml", "parameters.yaml", "rules/function.drl", "cases/function.yaml");

  /** The platform's functions, which share one skeleton. */
  private static final Set<String> FUNCTIONS =
      Set.of(
          "alarm",
          "suspicion",
          "ledger",
          "response",
          "inspection",
          "acceptance",
          "stage",
          "measures");

  @Override
  public int run(Call call, Texts texts) {
    String id = call.word();
    String kind = call.option("--kind", "gate");
    String template = template(kind);
    List<String> grades = grades(call, kind);
    if (!id.matches("[a-z][a-z0-9]*([.-][a-z0-9]+)*")) {
      throw new WrongCall("wrong-id", id);
    }
    Path folder = Path.of(call.option("--dir", ".")).resolve(id);
    if (Files.exists(folder)) {
      return texts.wrong("exists", folder);
    }
    try {
      for (String file : files(template)) {
        write(folder.resolve(file), filled(text(template + "/" + file), id, kind, grades));
      }
    } catch (IOException e) {
      return texts.wrong("not-written", folder, e.getMessage());
    }
    texts.print("written", folder);
    return Verb.OK;
  }

  private static String template(String kind) {
    if (FUNCTIONS.contains(kind)) {
      return "function";
    }
    if (!List.of("gate", "verification", "grading").contains(kind)) {
      throw new WrongCall("no-such-kind", kind);
    }
    return kind;
  }

  private static List<String> files(String template) {
    return switch (template) {
      case "gate" -> GATE;
      case "verification" -> VERIFICATION;
      case "grading" -> GRADING;
      default -> FUNCTION;
    };
  }

  /** Names of the grades, best first; three, because the examples tell a middle one. */
  private static List<String> grades(Call call, String kind) {
    List<String> grades = List.of(call.option("--grades", "A,B,C").split("\\s*[,，]\\s*"));
    boolean plain = grades.stream().allMatch(one -> one.matches("[\\p{L}][\\p{L}\\p{N}+-]{0,15}"));
    if (grades.size() < 2 || !plain || Set.copyOf(grades).size() < grades.size()) {
      throw new WrongCall("wrong-grades", String.join(",", grades));
    }
    if (call.has("--grades") && !kind.equals("grading")) {
      throw new WrongCall("grades-of-grading");
    }
    return grades;
  }

  /** Two grades have requirements in the examples: the best and the one before the last. */
  private static String filled(String text, String id, String kind, List<String> grades) {
    String best = grades.get(0);
    String middle = grades.size() > 2 ? grades.get(1) : null;
    StringBuilder kept = new StringBuilder();
    for (String line : text.split("(?<=\n)")) {
      if (middle != null || !line.contains("MIDDLE@")) {
        kept.append(line);
      }
    }
    return kept.toString()
        .replace("@ID@", id)
        .replace("@KIND@", kind)
        .replace("@PACKAGE@", "rules." + id.replaceAll("[^a-z0-9]+", "_"))
        .replace("@GRADES@", String.join(", ", grades))
        .replace("@BEST@", best)
        .replace("@MIDDLE@", String.valueOf(middle))
        .replace("@REST@", grades.get(Math.min(2, grades.size() - 1)));
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static String text(String name) throws IOException {
    String resource = "templates/" + name + ".template";
    try (InputStream in = NewAction.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
