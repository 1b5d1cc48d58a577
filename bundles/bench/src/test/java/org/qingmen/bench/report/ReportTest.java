package org.qingmen.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No miss is hidden, and every run is kept. */
class ReportTest {

  @TempDir Path folder;
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final Report report =
      new Report(
          "intake", new Texts(Locale.ENGLISH), new PrintStream(out, true, StandardCharsets.UTF_8));

  @Test
  void aMissedBarIsSaidBesideItsFigureAndInTheSum() throws IOException {
    report.figure("rate", "product, 128", 2_999, Bar.atLeast(3_000));
    report.figure("p99", "product, 128", 250, Bar.atMost(250));

    assertThat(report.end(folder)).isFalse();
    assertThat(text()).contains("2,999 /s", ">= 3,000  MISSED", "<= 250  met");
    assertThat(text()).contains("bars met: 1, missed: 1");
  }

  @Test
  void everyRunAddsALineToTheHistory() throws IOException {
    report.figure("ratio", "128", 2.5, Bar.atLeast(2));
    report.end(folder);
    report.end(folder);

    List<String> lines = Files.readAllLines(folder.resolve("intake.jsonl"));
    assertThat(lines).hasSize(2);
    JsonNode figure = new ObjectMapper().readTree(lines.get(0)).path("figures").path(0);
    assertThat(figure.path("value").asDouble()).isEqualTo(2.5);
    assertThat(figure.path("bar").asDouble()).isEqualTo(2);
    assertThat(figure.path("met").asBoolean()).isTrue();
  }

  @Test
  void bothLanguagesSayEverything() {
    ResourceBundle english = bundle(Locale.ROOT);
    ResourceBundle chinese = bundle(Locale.CHINESE);

    assertThat(chinese.getLocale()).isEqualTo(Locale.CHINESE);
    assertThat(chinese.keySet()).isEqualTo(english.keySet());
    assertThat(english.keySet())
        .filteredOn(key -> key.startsWith("figure."))
        .allMatch(key -> english.containsKey("unit." + key.substring("figure.".length())));
  }

  private static ResourceBundle bundle(Locale locale) {
    return ResourceBundle.getBundle(
        "org.qingmen.bench.messages",
        locale,
        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_DEFAULT));
  }

  private String text() {
    return out.toString(StandardCharsets.UTF_8);
  }
}
