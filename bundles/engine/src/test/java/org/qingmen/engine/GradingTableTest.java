package org.qingmen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.qingmen.spi.pack.Parameter;

@DisplayName("The thresholds of a shipped grading pack")
class GradingTableTest {

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

  /** Indicators of the table by their codes here. */
  private static final Map<String, String> CODES =
      Map.of(
          "grade_scheme", "grade-scheme",
          "clean_transport_share", "clean.share",
          "road_material_gb5_or_nev_share", "road.v-or-nev.share",
          "road_material_remaining_min_stage", "road.min-stage-of-rest",
          "road_if_clean_below_80_stage6_or_nev_share", "road.vi-or-nev.share",
          "inplant_vehicle_gb5_or_nev_share", "in-plant.v-or-nev.share",
          "nrmm_stage3_or_nev_share", "nrmm.iii-or-nev.share",
          "gate_video_system_and_ledger", "gate-and-ledger",
          "road_material_exclusion", "road.excluded-trailers",
          "road_transitional_stage5_until", "road.transitional-stage-v-until");

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/industries.csv")
  @DisplayName("are those of our own list, with its grades and verified marks, and no others")
  void areAsExpected(String pack, String industry, String parts, String grades) throws IOException {
    PackContent content = content(pack);
    Map<String, Boolean> expected = new TreeMap<>();
    for (String part : parts.split(" ")) {
      expected.putAll(rows(own(), part));
    }

    assertThat(content.descriptor().industries()).containsExactly(industry);
    assertThat(String.join("|", content.descriptor().grades())).isEqualTo(grades);
    assertThat(thresholds(content)).isEqualTo(thresholds(expected));
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/industries.csv")
  @DisplayName("hold every row of the domain table with its mark, where that table is at hand")
  void agreeWithTheDomainTable(String pack, String industry, String parts, String grades)
      throws IOException {
    Optional<Path> table = domainTable();
    if (table.isPresent() && !parts.equals("grinding")) {
      PackContent content = content(pack);
      Map<String, Boolean> rows = rows(Files.readString(table.get()), industry);
      rows.keySet().removeIf(row -> !awardable(row, content));
      Map<String, Boolean> found = all(content);

      assertThat(rows).as(industry).isNotEmpty();
      assertThat(found).containsAllEntriesOf(rows);
      found.keySet().removeAll(rows.keySet());
      found.keySet().removeIf(extra -> !extra.matches("(LEADING|[A-D]-?) .*"));
      assertThat(found)
          .as("beyond the table nothing is verified but the gate system of other grades")
          .allSatisfy((row, verified) -> assertThat(verified).isEqualTo(row.contains("gate-and")));
    }
  }

  /** The scheme of an industry has fewer grades than some rows of the table. */
  private static boolean awardable(String row, PackContent content) {
    String grade = row.substring(0, row.indexOf(' '));
    return grade.equals("*") || content.descriptor().grades().contains(grade);
  }

  private static PackContent content(String pack) {
    return workbench.check(RULES.resolve(pack)).content();
  }

  private String own() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/thresholds.csv")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Map<String, Boolean> thresholds(PackContent content) {
    Map<String, Boolean> found = thresholds(all(content));
    // Whoever must meet the guide, whatever else the table knows of B- (6.2 of the note).
    found.keySet().remove("B- gate-and-ledger true");
    return found;
  }

  private static Map<String, Boolean> thresholds(Map<String, Boolean> rows) {
    Map<String, Boolean> thresholds = new TreeMap<>(rows);
    thresholds.keySet().removeIf(row -> row.startsWith("*"));
    return thresholds;
  }

  private static Map<String, Boolean> all(PackContent content) {
    Map<String, Boolean> found = new TreeMap<>();
    for (Parameter parameter : content.parameters()) {
      String grade = parameter.grade() == null ? "*" : parameter.grade();
      found.put(grade + " " + parameter.name() + " " + number(parameter), parameter.verified());
    }
    return found;
  }

  private static String number(Parameter parameter) {
    Object value = parameter.value();
    return parameter.grade() == null || value == null ? "" : value.toString().replaceAll("0+$", "");
  }

  /** Rows of this policy: {@code grade code value} and whether confirmed. */
  private static Map<String, Boolean> rows(String table, String industry) {
    Map<String, Boolean> rows = new TreeMap<>();
    for (String line : table.split("\r?\n")) {
      List<String> cells = cells(line);
      if (cells.size() >= 11 && cells.get(0).equals(industry) && !cells.get(3).equals("ULE")) {
        String code = CODES.getOrDefault(cells.get(4), "transport.row");
        boolean plain = cells.get(3).equals("*") || cells.get(4).contains("transitional");
        String grade = plain ? "*" : cells.get(3);
        String value = plain || cells.get(6).equals("unknown") ? "" : value(cells);
        rows.put(grade + " " + code + " " + value, cells.get(10).equals("confirmed"));
      }
    }
    return rows;
  }

  private static String value(List<String> cells) {
    if (!cells.get(7).equals("%")) {
      return cells.get(6);
    }
    String share = Integer.toString(Integer.parseInt(cells.get(6)) + 1000).substring(2);
    return (cells.get(6).equals("100") ? "1." : "0." + share).replaceAll("0+$", "");
  }

  private static List<String> cells(String line) {
    List<String> cells = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (char c : line.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ',' && !quoted) {
        cells.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    cells.add(cell.toString());
    return cells;
  }

  private static Optional<Path> domainTable() {
    String folder = System.getProperty("qingmen.shared", System.getenv("QINGMEN_SHARED"));
    Path shared = folder == null ? Path.of("../../../shared") : Path.of(folder);
    Path table = shared.resolve("domain/grading.csv");
    return Files.exists(table) ? Optional.of(table) : Optional.empty();
  }
}
