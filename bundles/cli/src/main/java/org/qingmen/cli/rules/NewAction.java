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
    if (!id.matches("[a-z][a-z0-9]*([.-][a-z0-9]+)*")) {
      throw new WrongCall("wrong-id", id);
    }
    Path folder = Path.of(call.option("--dir", ".")).resolve(id);
    if (Files.exists(folder)) {
      return texts.wrong("exists", folder);
    }
    try {
      for (String file : files(template)) {
        write(folder.resolve(file), text(template + "/" + file), id, kind);
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
    if (!kind.equals("gate") && !kind.equals("grading")) {
      throw new WrongCall("no-such-kind", kind);
    }
    return kind;
  }

  private static List<String> files(String template) {
    return switch (template) {
      case "gate" -> GATE;
      case "grading" -> GRADING;
      default -> FUNCTION;
    };
  }

  private static void write(Path file, String text, String id, String kind) throws IOException {
    Files.createDirectories(file.getParent());
    String name = "rules." + id.replaceAll("[^a-z0-9]+", "_");
    Files.writeString(
        file, text.replace("@ID@", id).replace("@KIND@", kind).replace("@PACKAGE@", name));
  }

  private static String text(String name) throws IOException {
    String resource = "templates/" + name + ".template";
    try (InputStream in = NewAction.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
