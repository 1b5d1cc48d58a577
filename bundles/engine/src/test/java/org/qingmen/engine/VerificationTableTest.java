package org.qingmen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.qingmen.engine.PackContent.MatrixRow;
import org.qingmen.engine.PackContent.RuleInfo;

/**
 * The table of the checks in the guide is generated from the pack: check, rule, evidence, cases.
 * With {@code -Dqingmen.docs=write} it is written anew.
 */
@DisplayName("The table of checks")
class VerificationTableTest {

  private static final Path RULES = Path.of("../../rules");
  private static final Path TABLE = Path.of("../../docs/guide/verification-checks.md");
  private static final String HEAD =
      """
      # Checks of information verification (信息校验)

      Generated from the pack `cn.verification` by `VerificationTableTest`; do not edit. Evidence names the
      facts of the decision document that prove a finding. Every rule has cases that it must hit, and its
      near misses are cases that expect no finding.

      | check | code | rule | evidence | cases in which it speaks |
      | --- | --- | --- | --- | --- |
      """;

  @Test
  @DisplayName("is the one in the guide, and every rule names its evidence")
  void isCurrent() throws IOException {
    try (RulesWorkbench workbench = new RulesWorkbench().withLibrary(RULES)) {
      PackContent content = workbench.test(RULES.resolve("cn.verification")).content();
      assertThat(content.rules()).allMatch(rule -> rule.evidence() != null);
      String table = table(content);
      if ("write".equals(System.getProperty("qingmen.docs"))) {
        Files.writeString(TABLE, table);
      }
      assertThat(Files.readString(TABLE)).isEqualTo(table);
    }
  }

  private static String table(PackContent content) {
    Map<String, MatrixRow> rows = new TreeMap<>();
    content.matrix().forEach(row -> rows.put(row.rule(), row));
    StringBuilder text = new StringBuilder(HEAD);
    for (RuleInfo rule : content.rules()) {
      MatrixRow row = rows.get(rule.name());
      text.append("| ")
          .append(rule.clause().replace("6.6 信息校验：", ""))
          .append(" | `")
          .append(rule.code())
          .append("` | ")
          .append(rule.name())
          .append(" | ")
          .append(rule.evidence())
          .append(" | ")
          .append(row == null ? "" : String.join("；", row.cases()))
          .append(" |\n");
    }
    return text.toString();
  }
}
