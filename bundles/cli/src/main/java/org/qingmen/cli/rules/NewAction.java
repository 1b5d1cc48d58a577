package org.qingmen.cli.rules;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.qingmen.cli.Verb;

/** {@code rules new}: a skeleton with comments that teach, green at once. */
final class NewAction implements Action {

  private static final Map<String, List<String>> FILES =
      Map.of(
          "gate", List.of("pack.yaml", "parameters.yaml", "rules/gate.drl", "cases/gate.yaml"),
          "grading",
              List.of("pack.yaml", "parameters.yaml", "rules/exclusions.drl", "cases/grades.yaml"));

  @Override
  public int run(Call call, Texts texts) {
    String id = call.word();
    String kind = call.option("--kind", "gate");
    if (!FILES.containsKey(kind)) {
      throw new WrongCall("no-such-kind", kind);
    }
    if (!id.matches("[a-z][a-z0-9]*([.-][a-z0-9]+)*")) {
      throw new WrongCall("wrong-id", id);
    }
    Path folder = Path.of(call.option("--dir", ".")).resolve(id);
    if (Files.exists(folder)) {
      return texts.wrong("exists", folder);
    }
    try {
      for (String file : FILES.get(kind)) {
        write(folder.resolve(file), template(kind + "/" + file), id);
      }
    } catch (IOException e) {
      return texts.wrong("not-written", folder, e.getMessage());
    }
    texts.print("written", folder);
    return Verb.OK;
  }

  private static void write(Path file, String text, String id) throws IOException {
    Files.createDirectories(file.getParent());
    String name = "rules." + id.replaceAll("[^a-z0-9]+", "_");
    Files.writeString(file, text.replace("@ID@", id).replace("@PACKAGE@", name));
  }

  private static String template(String name) throws IOException {
    String resource = "templates/" + name + ".template";
    try (InputStream in = NewAction.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
