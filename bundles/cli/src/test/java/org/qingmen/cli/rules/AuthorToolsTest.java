package org.qingmen.cli.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingmen.cli.Terminal;
import org.qingmen.cli.Verb;

@DisplayName("The author's tools")
class AuthorToolsTest {

  private static final Path SHIPPED = Path.of("../../rules");
  private static final Path COOKBOOK = Path.of("../../docs/guide/cookbook");

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @TempDir private Path folder;

  private int run(Object... words) {
    out.reset();
    err.reset();
    PrintStream stdout = new PrintStream(out, true, StandardCharsets.UTF_8);
    PrintStream stderr = new PrintStream(err, true, StandardCharsets.UTF_8);
    return new RulesVerb()
        .run(
            Stream.of(words).map(Object::toString).toList(),
            new Terminal(stdout, stderr, Locale.ENGLISH));
  }

  private String out() {
    return out.toString(StandardCharsets.UTF_8);
  }

  private String err() {
    return err.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(strings = {"gate", "checks", "function", "grading"})
  @DisplayName("find nothing wrong with the recipes of the cookbook, nor a change they miss")
  void cookbook(String name) {
    Path pack = COOKBOOK.resolve(name);

    assertThat(run("test", pack, "--library", SHIPPED)).as(err()).isEqualTo(Verb.OK);
    assertThat(run("check", pack, "--library", SHIPPED)).isEqualTo(Verb.OK);
    assertThat(out()).contains("0 notices");
    assertThat(run("mutate", pack, "--library", SHIPPED)).as(err()).isEqualTo(Verb.OK);
  }

  @ParameterizedTest(name = "--grades {0}")
  @ValueSource(strings = {"金,银,铜", "金,银,铜,白", "good,bad"})
  @DisplayName("make a grading pack with grades of one's own, green at once and missing no change")
  void ownGrades(String grades) {
    Path pack = folder.resolve("my.industry");

    assertThat(run("new", "my.industry", "--kind", "grading", "--grades", grades, "--dir", folder))
        .isEqualTo(Verb.OK);

    assertThat(run("test", pack, "--library", SHIPPED)).as(err()).isEqualTo(Verb.OK);
    assertThat(run("mutate", pack, "--library", SHIPPED)).as(err()).isEqualTo(Verb.OK);
  }

  @ParameterizedTest(name = "--grades {0}")
  @ValueSource(strings = {"金", "金,金", "1,2", "a b,c"})
  @DisplayName("refuse names of grades that cannot be used")
  void wrongGrades(String grades) {
    assertThat(run("new", "my.industry", "--kind", "grading", "--grades", grades, "--dir", folder))
        .isEqualTo(Verb.USAGE);
    assertThat(err()).contains("cannot be used");
  }

  @Test
  @DisplayName(
      "explain a case: what fired, which parameter with its origin, why the rest was silent")
  void explain() {
    assertThat(run("test", COOKBOOK.resolve("gate"), "--explain", "国四重型车不放行")).isEqualTo(Verb.OK);

    assertThat(out())
        .contains("重型车低于最低阶段不放行  [cookbook.minimum]")
        .contains("minimum.stage = 5  (2026-01-01, 示例管理办法)  [unverified]")
        .contains("the nearest fact does not meet: plateRead == false")
        .contains("no fact matches: Listed(");
  }

  @Test
  @DisplayName("write cases as JUnit XML, failures with their place")
  void junit() throws IOException {
    run("new", "my.gate", "--dir", folder);
    Path cases = folder.resolve("my.gate/cases/gate.yaml");
    Files.writeString(cases, Files.readString(cases).replace("verdict: deny", "verdict: warn"));
    Path report = folder.resolve("report.xml");

    assertThat(run("test", folder.resolve("my.gate"), "--junit", report)).isEqualTo(Verb.WRONG);

    assertThat(report)
        .content()
        .contains("<testsuite name=\"my.gate\" tests=\"3\" failures=\"1\"")
        .contains("<failure message=\"cases/gate.yaml:3 ");
  }

  @Test
  @DisplayName("name a limit that no case guards, with its line and what to add")
  void mutate() throws IOException {
    run("new", "my.alarm", "--kind", "alarm", "--dir", folder);
    Path cases = folder.resolve("my.alarm/cases/function.yaml");
    Files.writeString(cases, Files.readString(cases).replace("times: 3", "times: 1"));

    assertThat(run("mutate", folder.resolve("my.alarm"))).isEqualTo(Verb.WRONG);

    assertThat(err())
        .contains("parameters.yaml:4  example.limit", "no case tells \"3\" from \"2\"");
  }

  @Test
  @DisplayName("write the matrix as a page and as a table for spreadsheets")
  void matrix() throws IOException {
    Path html = folder.resolve("m.html");
    Path csv = folder.resolve("m.csv");

    assertThat(run("matrix", COOKBOOK.resolve("gate"), "--html", html, "--csv", csv))
        .isEqualTo(Verb.OK);

    assertThat(html).content().contains("<td>重型车低于最低阶段不放行</td>", "国四重型车不放行<br>");
    assertThat(csv)
        .content()
        .startsWith("\uFEFF\"pack\",\"clause\"")
        .contains("cookbook.gate 1.0.0");
  }
}
