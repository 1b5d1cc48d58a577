package org.qingmen.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingmen.engine.Playground.Answer;
import org.qingmen.engine.Playground.Question;
import org.qingmen.engine.internal.life.PackRegistry;
import org.qingmen.engine.internal.life.Registries;
import org.qingmen.engine.internal.pack.PackFiles;
import org.qingmen.engine.internal.play.PackPlayground;
import org.qingmen.spi.pack.PackProblem;

@DisplayName("The playground")
class PlaygroundTest {

  private static final String ID = "play.gate";
  private static final String STAGE_5 = "type: Q11\nstage: \"5\"\nfuel: diesel\n";

  @TempDir private Path data;
  private PackRegistry registry;
  private PackPlayground playground;

  @BeforeEach
  void open() {
    registry = Registries.open(data, true);
    playground = new PackPlayground(registry, PackPlayground.PATIENCE);
  }

  @AfterEach
  void close() {
    playground.close();
    registry.stop();
  }

  private static SortedMap<String, String> skeleton() {
    return PackSkeleton.of(new PackSkeleton.Wish(ID, "gate", List.of(), null));
  }

  private static SortedMap<String, String> stricter() {
    SortedMap<String, String> files = skeleton();
    files.merge("parameters.yaml", "", (text, none) -> text.replace("value: 5", "value: 6"));
    files.merge("pack.yaml", "", (text, none) -> text.replace("1.0.0", "1.1.0"));
    return files;
  }

  private void activate(SortedMap<String, String> texts) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    texts.forEach((path, text) -> files.put(path, text.getBytes(StandardCharsets.UTF_8)));
    PackStatus status = registry.install(new PackFiles(files).zip(), "li");
    assertThat(status.problems()).isEmpty();
    registry.activate(status.id(), status.version(), "wang");
  }

  private Answer ask(SortedMap<String, String> files, String facts) {
    return playground.ask(new Question(files, null, null, facts, null));
  }

  @Test
  @DisplayName("shows where an edited pack and the active one differ, and why")
  void sideBySide() {
    activate(skeleton());

    Answer answer = ask(stricter(), STAGE_5);

    assertThat(answer.candidate().decision()).contains("\"verdict\":\"deny\"");
    assertThat(answer.active().decision()).contains("\"verdict\":\"allow\"");
    assertThat(answer.differences())
        .anySatisfy(one -> assertThat(one.pointer()).isEqualTo("/verdict"));
    assertThat(answer.candidate().explanation().fired()).hasSize(1);
    assertThat(answer.active().explanation().silent())
        .anySatisfy(one -> assertThat(one.condition()).contains("night.minimum-stage"));
    assertThat(answer.coverage().rules()).hasSize(1);
  }

  @Test
  @DisplayName("keeps nothing of what it tries out")
  void keepsNothing() {
    ask(stricter(), STAGE_5);

    assertThat(registry.list()).isEmpty();
  }

  @Test
  @DisplayName("names file and line of what does not compile, and still says what the active says")
  void broken() {
    activate(skeleton());
    SortedMap<String, String> files = stricter();
    files.merge("rules/gate.drl", "", (text, none) -> text.replace("heavy == true", "heavy =="));

    Answer answer = ask(files, STAGE_5);

    assertThat(answer.candidate()).isNull();
    assertThat(answer.active().decision()).contains("\"verdict\":\"allow\"");
    assertThat(answer.problems())
        .anySatisfy(one -> assertThat(one.file()).isEqualTo("rules/gate.drl"))
        .anySatisfy(one -> assertThat(one.line()).isPositive());
  }

  @Test
  @DisplayName("names the line of an expression that the compiler only quotes")
  void unknownName() {
    SortedMap<String, String> files = skeleton();
    files.merge(
        "rules/gate.drl", "", (text, none) -> text.replace("heavy == true", "heavy == yes"));
    List<String> lines = List.of(files.get("rules/gate.drl").split("\n"));

    assertThat(ask(files, STAGE_5).problems())
        .filteredOn(one -> "rules/gate.drl".equals(one.file()))
        .isNotEmpty()
        .allSatisfy(one -> assertThat(lines.get(one.line() - 1)).contains("heavy == yes"));
  }

  @Test
  @DisplayName("refuses what would break out, as if the pack arrived")
  void sandbox() {
    SortedMap<String, String> files = skeleton();
    files.merge(
        "rules/gate.drl",
        "",
        (text, none) -> text.replace("  outcome.deny", "  System.exit(1); outcome.deny"));

    assertThat(ask(files, STAGE_5).candidate()).isNull();
  }

  @Test
  @DisplayName("names the line of facts that are none")
  void wrongFacts() {
    assertThat(ask(skeleton(), "type: Q11\nstag: \"5\"\n").problems())
        .extracting(PackProblem::file, PackProblem::line)
        .contains(org.assertj.core.groups.Tuple.tuple("facts", 2));
  }

  @Test
  @DisplayName("adds a case that passes in the pack it was made with")
  void newCase() {
    SortedMap<String, String> files = skeleton();

    Playground.NewCase made =
        playground.newCase(new Question(files, null, null, STAGE_5, null), "国五重型车辆可以通行", null);
    files.put(made.path(), made.text());

    assertThat(ask(files, STAGE_5).problems()).isEmpty();
    assertThat(made.text()).contains("国五重型车辆可以通行").contains("\"allow\"");
  }

  @Test
  @DisplayName("makes a grading pack of an industry and grades that nobody has heard of")
  void ownGrades() {
    SortedMap<String, String> files =
        PackSkeleton.of(new PackSkeleton.Wish("my.tea", "grading", List.of("金", "银", "铜"), "X01"));

    assertThat(files.get("pack.yaml")).contains("[X01]").contains("金, 银, 铜");
    assertThatThrownBy(
            () -> PackSkeleton.of(new PackSkeleton.Wish("my.tea", "grading", List.of(), "tea")))
        .isInstanceOf(PackException.class)
        .hasMessageContaining("wrong-industry");
  }
}
