package org.qingmen.console.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.MalformedURLException;
import java.net.URL;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTest {

  private final Page page =
      new Page(
          Map.of(
              "/index.html", file("index.html"),
              "/index.html.gz", file("index.html.gz"),
              "/qingmen.svg", file("qingmen.svg"),
              "/assets/app-1a2b.js", file("app.js"),
              "/assets/app-1a2b.js.gz", file("app.js.gz")));

  @ParameterizedTest
  @ValueSource(
      strings = {"", "/", "/console", "/console/passages", "/console/enterprises/91130/grade"})
  void everyPageOfTheConsoleIsTheOneHtmlFile(String path) {
    assertThat(page.find(path, false))
        .hasValueSatisfying(
            answer -> {
              assertThat(answer.content()).isEqualTo(file("index.html"));
              assertThat(answer.type()).startsWith("text/html");
              assertThat(answer.lasting()).isFalse();
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/api/v1/nothing",
        "/api/v2",
        "/health",
        "/metrics",
        "/assets/missing.js",
        "/consolex",
        "/assets/../META-INF/MANIFEST.MF",
        "/index.html.gz"
      })
  void anythingElseThatIsNoFileOfThePageIsNotFound(String path) {
    assertThat(page.find(path, true)).isEmpty();
  }

  @Test
  void filesNamedByTheirContentMayBeKeptForEver() {
    assertThat(page.find("/assets/app-1a2b.js", false))
        .hasValueSatisfying(answer -> assertThat(answer.lasting()).isTrue());
    assertThat(page.find("/qingmen.svg", false))
        .hasValueSatisfying(answer -> assertThat(answer.lasting()).isFalse());
  }

  @Test
  void theCompressedFileIsSentToThoseWhoUnderstandItWithTheTypeOfTheFile() {
    assertThat(page.find("/assets/app-1a2b.js", true))
        .hasValueSatisfying(
            answer -> {
              assertThat(answer.compressed()).isTrue();
              assertThat(answer.content()).isEqualTo(file("app.js.gz"));
              assertThat(answer.type()).startsWith("text/javascript");
            });
    assertThat(page.find("/qingmen.svg", true))
        .hasValueSatisfying(answer -> assertThat(answer.compressed()).isFalse());
  }

  private static URL file(String name) {
    try {
      return new URL("file:/" + name);
    } catch (MalformedURLException e) {
      throw new AssertionError(e);
    }
  }
}
