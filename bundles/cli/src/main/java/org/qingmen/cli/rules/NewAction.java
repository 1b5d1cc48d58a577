package org.qingmen.cli.rules;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.qingmen.cli.Verb;
import org.qingmen.engine.PackException;
import org.qingmen.engine.PackSkeleton;

/** {@code rules new}: a skeleton with comments that teach, green at once. */
final class NewAction implements Action {

  @Override
  public int run(Call call, Texts texts) {
    String id = call.word();
    String grades = call.option("--grades", null);
    Map<String, String> files;
    try {
      files =
          PackSkeleton.of(
              new PackSkeleton.Wish(
                  id,
                  call.option("--kind", "gate"),
                  grades == null ? List.of() : List.of(grades.split("\\s*[,，]\\s*")),
                  call.option("--industry", null),
                  call.has("--table")));
    } catch (PackException e) {
      throw new WrongCall("as-it-is", e.text());
    }
    Path folder = Path.of(call.option("--dir", ".")).resolve(id);
    if (Files.exists(folder)) {
      return texts.wrong("exists", folder);
    }
    try {
      for (Map.Entry<String, String> file : files.entrySet()) {
        write(folder.resolve(file.getKey()), file.getValue());
      }
    } catch (IOException e) {
      return texts.wrong("not-written", folder, e.getMessage());
    }
    texts.print("written", folder);
    return Verb.OK;
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    if (file.toString().endsWith(".csv")) {
      TableFiles.writeWorkbook(file, text);
    } else {
      Files.writeString(file, text);
    }
  }
}
