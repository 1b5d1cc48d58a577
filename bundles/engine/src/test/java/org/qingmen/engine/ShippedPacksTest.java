package org.qingmen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.qingmen.engine.PackContent.MatrixRow;
import org.qingmen.engine.PackContent.RuleInfo;

@DisplayName("Shipped packs")
class ShippedPacksTest {

  private static final Path RULES = Path.of("../../rules");

  private static RulesWorkbench workbench;

  @BeforeAll
  static void open() {
    workbench = RulesWorkbench.remembering().withLibrary(RULES);
  }

  @AfterAll
  static void close() {
    workbench.close();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("packs")
  @DisplayName("pass their own cases, and every rule of theirs has one")
  void areGood(String pack) {
    RulesWorkbench.Report report = workbench.test(RULES.resolve(pack));

    assertThat(report.problems()).isEmpty();
    assertThat(report.cases()).isPositive();
    Set<String> own = rules(report.content(), pack);
    assertThat(own).allMatch(rule -> withCase(report.content()).contains(rule));
  }

  @Test
  @DisplayName("share a base whose every rule has a case in one of them")
  void coverTheirBase() {
    PackContent cement = workbench.test(RULES.resolve("cn.340.i15-cement")).content();
    PackContent steel = workbench.test(RULES.resolve("cn.340.i01-steel")).content();

    Set<String> covered = withCase(cement);
    covered.addAll(withCase(steel));
    assertThat(rules(cement, "cn.base.transport")).isNotEmpty();
    assertThat(covered).containsAll(rules(cement, "cn.base.transport"));
  }

  /** All packs of the folder but the base, which decides nothing by itself. */
  static List<String> packs() throws IOException {
    try (Stream<Path> folders = Files.list(RULES)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("pack.yaml")))
          .map(folder -> folder.getFileName().toString())
          .filter(name -> !name.equals("cn.base.transport"))
          .sorted()
          .toList();
    }
  }

  private static Set<String> rules(PackContent content, String pack) {
    Set<String> names = new TreeSet<>();
    content.rules().stream()
        .filter(rule -> rule.pack().equals(pack))
        .map(RuleInfo::name)
        .forEach(names::add);
    return names;
  }

  private static Set<String> withCase(PackContent content) {
    Set<String> names = new TreeSet<>();
    content.matrix().stream()
        .filter(row -> !row.cases().isEmpty())
        .map(MatrixRow::rule)
        .forEach(names::add);
    return names;
  }
}
