package org.qingmen.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The launcher's manners: exit codes, both languages, what it refuses. */
class LauncherIT {

  private static final Path ROOT = Path.of(System.getProperty("qingmen.root"));
  private static final Path PARTS = ROOT.resolve("distribution/src/main/launcher");

  @Test
  void aWordThatIsNoCommandIsACallGoneWrong() throws Exception {
    Outcome outcome = run(Map.of("QINGMEN_LANG", "en"), "fly");

    assertThat(outcome.code()).isEqualTo(2);
    assertThat(outcome.text()).contains("fly", "./qingmen run");
  }

  @Test
  void anOptionThatIsNoneIsACallGoneWrong() throws Exception {
    assertThat(run(Map.of(), "stop", "--now").code()).isEqualTo(2);
    assertThat(run(Map.of(), "test", "somewhat").code()).isEqualTo(2);
    assertThat(run(Map.of(), "run", "--backwards").code()).isEqualTo(2);
  }

  @Test
  void stoppingWhatDoesNotRunSaysSo() throws Exception {
    Path data = Archive.newFolder("launcher");

    Outcome outcome = run(Map.of("QINGMEN_DATA", data.toString(), "QINGMEN_LANG", "zh"), "stop");

    assertThat(outcome.code()).isEqualTo(1);
    assertThat(outcome.text()).contains("服务器没有运行");
  }

  @Test
  void bothLanguagesSayTheSameThings() throws IOException {
    assertThat(keys("messages.zh.sh")).isNotEmpty().isEqualTo(keys("messages.en.sh"));
  }

  private static Set<String> keys(String file) throws IOException {
    Matcher matcher =
        Pattern.compile("^    ([a-z0-9-]+)\\) ", Pattern.MULTILINE)
            .matcher(Files.readString(PARTS.resolve(file)));
    Set<String> keys = new TreeSet<>();
    while (matcher.find()) {
      keys.add(matcher.group(1));
    }
    return keys;
  }

  private static Outcome run(Map<String, String> environment, String... arguments)
      throws IOException, InterruptedException {
    ProcessBuilder builder = new ProcessBuilder();
    builder.command().add(ROOT.resolve("qingmen").toString());
    builder.command().addAll(List.of(arguments));
    builder.environment().putAll(environment);
    Process process = builder.redirectErrorStream(true).start();
    String text = new String(process.getInputStream().readAllBytes(), "UTF-8");
    return new Outcome(process.waitFor(), text);
  }

  private record Outcome(int code, String text) {}
}
