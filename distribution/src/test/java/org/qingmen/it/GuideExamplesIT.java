package org.qingmen.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/** What the guides tell people to paste into a shell works against the demonstration. */
class GuideExamplesIT {

  private static final Duration LOADING = Duration.ofMinutes(5);
  private static final long MINUTES = 5;
  private static final Path DOCS = Path.of("..", "docs");
  private static final Path BEGINNING = DOCS.resolve("guide/examples.md");

  /** A reader looks at an answer; the test fails on a refused one as curl itself does not. */
  private static final String STRICT =
      """
      set -eu -o pipefail
      curl() { command curl --silent --show-error --fail-with-body --max-time 120 "$@"; }
      """;

  @Test
  void everyExampleOfTheGuidesWorksAgainstTheDemonstration() throws Exception {
    List<Guide> guides = guides();
    assertThat(guides).hasSizeGreaterThan(12);
    try (ServerProcess server =
        ServerProcess.create()
            .with("QINGMEN_PACKS_UNSIGNED", "dev")
            .with("QINGMEN_DEMO", "1")
            .start()) {
      server
          .log()
          .expect("reporting to province", "the platform above of the example belongs to nobody");
      Path progress = server.data().resolve("demo-progress");
      Waiting.until("the demonstration is loaded", LOADING, () -> says(progress, "100% done"));
      Waiting.until("its alert is evaluated", LOADING, () -> evaluated(server));
      SoftAssertions all = new SoftAssertions();
      for (Guide guide : guides) {
        run(server, guide, all);
      }
      all.assertAll();
    }
  }

  @Test
  void anExampleIsFoundWithWhatIsSaidOfIt() {
    List<Guide.Example> found =
        Guide.examples(
            List.of(
                "```sh",
                "curl one",
                "```",
                "",
                "<!-- refused: 422 -->",
                "```",
                "curl two",
                "```",
                "<!-- by hand: it never ends -->",
                "```sh",
                "curl three",
                "```",
                "```json",
                "{\"curl\": 4}",
                "```",
                "```sh",
                "ls",
                "```"));
    assertThat(found)
        .containsExactly(new Guide.Example("curl one", 0), new Guide.Example("curl two", 422));
  }

  private static List<Guide> guides() throws IOException {
    try (Stream<Path> pages = Stream.concat(Files.list(DOCS), Files.list(DOCS.resolve("guide")))) {
      return pages
          .filter(file -> file.toString().endsWith(".md") && !file.equals(BEGINNING))
          .sorted()
          .map(Guide::read)
          .filter(guide -> !guide.examples().isEmpty())
          .toList();
    }
  }

  private static void run(ServerProcess server, Guide guide, SoftAssertions all) throws Exception {
    StringBuilder script = new StringBuilder(STRICT);
    Guide.read(BEGINNING).examples().forEach(example -> script.append(example.script()));
    for (Guide.Example example : guide.examples()) {
      script.append(example.refused() == 0 ? "\n" + example.script() : refused(example));
    }
    Path folder = Archive.newFolder("guide");
    Path said = folder.resolve("said.txt");
    ProcessBuilder shell = new ProcessBuilder("bash", "-c", script.append('\n').toString());
    shell.directory(folder.toFile()).redirectErrorStream(true).redirectOutput(said.toFile());
    shell.environment().put("QINGMEN_URL", server.uri("").toString());
    shell.environment().put("QINGMEN_DATA", server.data().toString());
    Process running = shell.start();
    boolean ended = running.waitFor(MINUTES, TimeUnit.MINUTES);
    running.descendants().forEach(ProcessHandle::destroyForcibly);
    running.destroyForcibly();
    all.assertThat(ended ? running.waitFor() : -1).as("%s: %s", guide.file(), end(said)).isZero();
    Archive.delete(folder);
  }

  /** A refusal is 22 for curl and names its status. */
  private static String refused(Guide.Example example) {
    return """

        if ( %s
        ) 2> refusal.txt; then echo "not refused"; exit 1; fi
        cat refusal.txt; grep -q 'returned error: %d' refusal.txt
        """
        .formatted(example.script(), example.refused());
  }

  private static String end(Path said) throws IOException {
    String text = Files.readString(said, StandardCharsets.UTF_8);
    return text.substring(Math.max(0, text.length() - 2000));
  }

  private static boolean evaluated(ServerProcess server) {
    Api admin = Api.admin(server);
    return !admin.get("/response-evaluations?episode=demo-orange").body().path("items").isEmpty();
  }

  private static boolean says(Path file, String text) {
    try {
      return Files.exists(file) && Files.readString(file).contains(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
