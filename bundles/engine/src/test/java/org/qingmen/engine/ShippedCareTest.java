package org.qingmen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.qingmen.engine.OpenPack.Survivor;
import org.qingmen.engine.internal.analyse.Packs;
import org.qingmen.spi.pack.PackProblem;

@DisplayName("A shipped pack")
class ShippedCareTest {

  private static final RulesWorkbench WORKBENCH =
      RulesWorkbench.remembering().withLibrary(Path.of("../../rules"));

  @AfterAll
  static void close() {
    WORKBENCH.close();
  }

  static List<Path> shipped() {
    return Packs.shipped();
  }

  private static OpenPack open(Path folder, boolean extending) {
    List<PackProblem> problems = new ArrayList<>();
    return (extending
            ? WORKBENCH.openWithExtending(folder, problems::add)
            : WORKBENCH.open(folder, problems::add))
        .orElseThrow(() -> new AssertionError(problems.toString()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shipped")
  @DisplayName("has no gap, contradiction or idle parameter that it does not explain")
  void noOpenNotices(Path folder) {
    try (OpenPack pack = open(folder, false)) {
      assertThat(pack.notices().stream().filter(PackNotice::open))
          .extracting(one -> one.code() + " " + one.about() + " " + one.example())
          .isEmpty();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("shipped")
  @DisplayName("has a case for every threshold and operator")
  void noSurvivors(Path folder) {
    try (OpenPack pack = open(folder, true)) {
      assertThat(pack.mutate().survivors())
          .extracting(Survivor::file, Survivor::line, Survivor::about)
          .isEmpty();
    }
  }
}
