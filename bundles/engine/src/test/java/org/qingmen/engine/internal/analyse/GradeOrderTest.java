package org.qingmen.engine.internal.analyse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingmen.engine.OpenPack;
import org.qingmen.engine.PackNotice;
import org.qingmen.engine.PackSkeleton;
import org.qingmen.engine.RulesWorkbench;
import org.qingmen.spi.pack.PackProblem;

@DisplayName("a better grade that asks for less than a worse one")
class GradeOrderTest {

  @TempDir Path folder;

  @ParameterizedTest(name = "better {0} {1}, worse {2} {3}: noticed {4}")
  @CsvSource({
    ">=, 0.90, >=, 0.60, false",
    ">=, 0.50, >=, 0.60, true",
    ">, 0.50, >=, 0.60, true",
    ">=, 0.50, >, 0.60, true",
    ">=, 0.60, >, 0.60, true",
    ">, 0.60, >=, 0.60, false",
    "<=, 0.90, <, 0.60, true",
    "<, 0.50, <=, 0.60, false"
  })
  void isNoticed(String better, String high, String worse, String low, boolean noticed)
      throws IOException {
    Map<String, String> files =
        PackSkeleton.of(new PackSkeleton.Wish("trial.order", "grading", List.of(), null));
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(
          path,
          file.getValue()
              .replace("operator: \">=\", value: 0.60", operator(worse, low))
              .replace("operator: \">=\", value: 0.90", operator(better, high)));
    }
    List<PackProblem> problems = new ArrayList<>();
    try (RulesWorkbench bench = new RulesWorkbench().withLibrary(Path.of("../../rules"));
        OpenPack pack = bench.open(folder, problems::add).orElseThrow()) {
      assertThat(pack.notices().stream().map(PackNotice::code).anyMatch("grade-order"::equals))
          .isEqualTo(noticed);
    }
  }

  private static String operator(String operator, String value) {
    return "operator: \"%s\", value: %s".formatted(operator, value);
  }
}
