package org.qingmen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.qingmen.engine.internal.life.PackBuilder;
import org.qingmen.engine.internal.pack.PackFiles;
import org.qingmen.engine.internal.pack.Problems;
import org.qingmen.spi.pack.PackProblem;

@DisplayName("A hostile rule is refused with file, line and reason that")
class HostileRulesTest {

  private static final PackBuilder BUILDER = new PackBuilder();
  private static final String FILE = "rules/trial.drl";

  static Stream<Arguments> consequences() {
    return rows("consequences.txt");
  }

  static Stream<Arguments> conditions() {
    return rows("conditions.txt");
  }

  static Stream<Arguments> declarations() {
    return rows("declarations.txt");
  }

  static Stream<Arguments> attributes() {
    return rows("attributes.txt");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  @DisplayName("in its consequence")
  void consequences(String attack, String consequence, String code, String named) {
    refused(drl("", "", "$p : Passage()", consequence), code, named);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  @DisplayName("in its condition")
  void conditions(String attack, String condition, String code, String named) {
    refused(drl("", "", condition, "outcome.allow(drools);"), code, named);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  @DisplayName("above itself declares")
  void declarations(String attack, String declaration, String code, String named) {
    refused(drl(declaration, "", "$p : Passage()", "outcome.allow(drools);"), code, named);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource
  @DisplayName("on itself has")
  void attributes(String attack, String attribute, String code, String named) {
    refused(drl("", attribute, "$p : Passage()", "outcome.allow(drools);"), code, named);
  }

  @Test
  @DisplayName("makes a text of an object, while a text made of texts and numbers passes")
  void textsOfTexts() {
    String consequence =
        "String s = $p.getPlate() + 1 + true; outcome.allow(drools, s + \"x\" + $p.getPlate());";

    assertThat(problems(drl("", "", "$p : Passage()", consequence))).isEmpty();
  }

  @Test
  @DisplayName("are a hundred at least, each under a name of its own")
  void areMany() {
    List<String> names =
        Stream.of("consequences.txt", "conditions.txt", "declarations.txt", "attributes.txt")
            .flatMap(file -> rows(file).map(row -> file + " " + row.get()[0]))
            .toList();
    assertThat(names).hasSizeGreaterThan(200).doesNotHaveDuplicates();
  }

  private static void refused(String drl, String code, String named) {
    List<PackProblem> problems = problems(drl);
    assertThat(problems)
        .anySatisfy(
            problem -> {
              assertThat(problem.code()).isEqualTo(code);
              assertThat(problem.message().en()).contains(named);
              assertThat(problem.file()).isEqualTo(FILE);
              assertThat(problem.line()).isPositive();
            });
  }

  private static List<PackProblem> problems(String drl) {
    TreeMap<String, byte[]> files = new TreeMap<>();
    files.put("pack.yaml", HostilePack.DESCRIPTOR.getBytes(StandardCharsets.UTF_8));
    files.put(FILE, drl.getBytes(StandardCharsets.UTF_8));
    Problems problems = new Problems();
    BUILDER
        .build(new PackFiles(files), (id, none) -> Optional.empty(), true, problems)
        .ifPresent(built -> built.pack().close());
    return problems.all();
  }

  private static String drl(String top, String attribute, String when, String then) {
    return HostilePack.rule(top, attribute, when, then);
  }

  private static Stream<Arguments> rows(String file) {
    try (InputStream in = HostileRulesTest.class.getResourceAsStream("hostile/" + file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text
          .lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> Arrays.stream(line.split(" \\| ")).map(String::strip).toArray())
          .map(Arguments::of)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
