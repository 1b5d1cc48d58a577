package org.qingmen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

/**
 * Documents that were stored once, and the packs that decided them, as they were: they live in
 * {@code src/test/golden}, and docs/decision-format.md tells how to add to them. Nothing in there
 * is ever edited.
 */
@DisplayName("The golden set")
class GoldenReplayTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static GoldenSet golden;
  private static RulesWorkbench workbench;
  private static Decider decider;

  @BeforeAll
  static void load() throws IOException {
    golden = new GoldenSet(Path.of("src/test/golden"));
    workbench = new RulesWorkbench();
    decider = golden.decider(workbench);
  }

  @AfterAll
  static void close() {
    workbench.close();
  }

  @Test
  @DisplayName("is what it was: every file has the sum that was noted when it was added")
  void isUntouched() throws IOException {
    assertThat(golden.sums()).isEqualTo(golden.notedSums());
  }

  @Test
  @DisplayName("replays to the same bytes, every one of it, by the packs that decided then")
  void replays() throws IOException {
    Map<String, List<ReplayResult.Difference>> different = new TreeMap<>();
    for (Path document : golden.documents()) {
      ReplayResult result = decider.replay(Files.readAllBytes(document));
      if (!result.identical()) {
        different.put(document.toString(), result.differences());
      }
    }
    assertThat(different).isEmpty();
  }

  @Test
  @DisplayName("holds documents of every kind, and every verdict and grade that rules can give")
  void holdsEveryKind() throws IOException {
    TreeSet<String> kinds = new TreeSet<>();
    TreeSet<String> outcomes = new TreeSet<>();
    for (Path file : golden.documents()) {
      var document = JSON.readTree(file.toFile());
      kinds.add(document.path("kind").asText());
      outcomes.add(document.path("verdict").asText("") + document.at("/result/grade").asText(""));
    }
    assertThat(kinds).containsExactly("gate-check", "grade", "judgement", "passage");
    assertThat(outcomes).contains("allow", "warn", "deny", "A", "B");
  }

  @Test
  @DisplayName("notices one changed byte, wherever it is")
  void noticesEveryByte() throws IOException {
    for (Path document : golden.documents()) {
      byte[] stored = Files.readAllBytes(document);
      for (int at = 0; at < stored.length; at += 1 + stored.length / 60) {
        byte[] changed = stored.clone();
        changed[at] ^= 1;
        assertThat(decider.replay(changed).identical())
            .as("%s with another byte at %d: %s", document.getFileName(), at, around(stored, at))
            .isFalse();
      }
    }
  }

  private static String around(byte[] bytes, int at) {
    int from = Math.max(0, at - 20);
    return new String(bytes, from, Math.min(40, bytes.length - from), StandardCharsets.UTF_8);
  }

  @Test
  @DisplayName("is described: the page on the format tells of every generation of it")
  void isDescribed() throws IOException {
    String page = Files.readString(Path.of("../../docs/decision-format.md"));
    assertThat(golden.generations().stream().filter(one -> !page.contains("`" + one + "`")))
        .as("generations that docs/decision-format.md does not mention")
        .isEmpty();
    assertThat(golden.generations().stream().collect(Collectors.joining(",")))
        .startsWith("format-1");
  }
}
