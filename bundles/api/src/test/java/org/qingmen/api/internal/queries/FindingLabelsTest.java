package org.qingmen.api.internal.queries;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** People read what a finding is, not its code. */
class FindingLabelsTest {

  private static final Path RULES = Path.of("..", "..", "rules", "cn.verification", "rules");
  private static final Pattern CODE = Pattern.compile("@code\\(\"([^\"]+)\"\\)");

  private static Set<String> codes() throws IOException {
    Set<String> codes = new TreeSet<>(Set.of("unmapped-code", "implausible-time"));
    try (Stream<Path> files = Files.list(RULES)) {
      for (Path file : files.toList()) {
        Matcher found = CODE.matcher(Files.readString(file));
        while (found.find()) {
          codes.add(found.group(1));
        }
      }
    }
    return codes;
  }

  @Test
  void everyFindingOfAPassageHasATextInBothLanguages() throws IOException {
    for (Locale locale : List.of(Locale.CHINESE, Locale.ENGLISH)) {
      for (String code : codes()) {
        assertThat(Labels.in(locale).of("finding", code)).as(code).isNotEqualTo(code);
      }
    }
  }

  @Test
  void aCodeThatAProvinceMadeStandsForItself() {
    assertThat(Labels.in(Locale.CHINESE).findings(List.of("stage-date", "hebei-own")))
        .containsExactly("排放阶段低于登记日期的下限", "hebei-own");
  }

  @Test
  void aFileOfPassagesCarriesCodeAndText() {
    PassageColumns columns = new PassageColumns(Labels.in(Locale.CHINESE), false, id -> "厂");
    assertThat(columns.head()).contains("核验问题代码", "核验问题");
    assertThat(columns.row(ExportsTest.passage(1, List.of("vin-form", "clock-skew"))))
        .contains("vin-form; clock-skew", "VIN 格式不符; 记录时间在将来");
  }
}
