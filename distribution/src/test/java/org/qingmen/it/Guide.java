package org.qingmen.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A guide as its readers use it: the examples that ask the server, from the top to the bottom.
 *
 * <p>A comment on the line before an example says what is special: {@code <!-- refused: 422 -->}
 * for one that the server shall refuse, {@code <!-- by hand: why -->} for one that no test can run.
 *
 * @param file the Markdown file
 * @param examples those that a test can run
 */
public record Guide(Path file, List<Example> examples) {

  private static final Pattern FENCE = Pattern.compile("```(\\w*)\\s*");
  private static final Pattern REFUSED = Pattern.compile("<!-- refused: (\\d{3}) -->");

  /**
   * One example.
   *
   * @param script what a reader pastes into a shell
   * @param refused HTTP status that is expected, 0 when all shall go well
   */
  public record Example(String script, int refused) {}

  /**
   * Reads a guide.
   *
   * @param file a Markdown file
   * @return its examples; none when it asks no server
   */
  public static Guide read(Path file) {
    try {
      return new Guide(file, examples(Files.readAllLines(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static List<Example> examples(List<String> lines) {
    List<Example> examples = new ArrayList<>();
    String before = "";
    for (int i = 0; i < lines.size(); i++) {
      Matcher fence = FENCE.matcher(lines.get(i));
      if (fence.matches()) {
        int from = i + 1;
        int to = end(lines, from);
        String script = String.join("\n", lines.subList(from, to));
        if (asksTheServer(fence.group(1), script) && !before.startsWith("<!-- by hand: ")) {
          Matcher refused = REFUSED.matcher(before);
          examples.add(
              new Example(script, refused.matches() ? Integer.parseInt(refused.group(1)) : 0));
        }
        i = to;
      }
      before = lines.get(Math.min(i, lines.size() - 1)).strip();
    }
    return List.copyOf(examples);
  }

  private static int end(List<String> lines, int from) {
    int to = from;
    while (to < lines.size() && !lines.get(to).strip().equals("```")) {
      to++;
    }
    return to;
  }

  /** A shell without a name is one too: nobody reads a guide with its fences. */
  private static boolean asksTheServer(String language, String script) {
    boolean shell = List.of("", "sh", "bash").contains(language);
    return shell && Pattern.compile("\\bcurl\\b").matcher(script).find();
  }
}
