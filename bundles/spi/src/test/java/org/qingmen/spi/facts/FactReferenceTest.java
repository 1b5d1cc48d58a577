package org.qingmen.spi.facts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("The reference of facts")
class FactReferenceTest {

  private static final Path SOURCES = Path.of("src/main/java/org/qingmen/spi/facts");
  private static final Path PAGE = Path.of("../../docs/reference/facts.md");
  private static final Path INDEX = Path.of("src/main/resources/reference/facts.json");

  @Test
  @DisplayName("says what the sources say")
  void isFresh() throws IOException {
    String page = FactReference.page(FactReference.of(SOURCES));
    String index = FactReference.index(FactReference.of(SOURCES));
    if ("write".equals(System.getProperty("qingmen.reference"))) {
      Files.writeString(PAGE, page);
      Files.createDirectories(INDEX.getParent());
      Files.writeString(INDEX, index);
    }

    assertThat(PAGE).content().isEqualTo(page);
    assertThat(INDEX).content().isEqualTo(index);
  }

  @Test
  @DisplayName("names properties as rules write them, and methods with what they take")
  void names() throws IOException {
    assertThat(FactReference.page(FactReference.of(SOURCES)))
        .contains(
            "| `stageRank` | int |",
            "| `plateRead` | boolean |",
            "| `text(String name)` | String |",
            "| `Lists.has(String list, String item)` | boolean |",
            "| `Stages.rank(String code)` | int |")
        .doesNotContain("*/", "{@code");
  }
}
