package org.qingmen.supervision.control.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingmen.supervision.control.internal.Bureau.ZHANG;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The examples of docs/control.md are taken as they stand there. */
class GuideTest {

  private static final Path GUIDE = Path.of("..", "..", "..", "docs", "control.md");
  private static final Pattern EXAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

  @TempDir Path data;

  @Test
  void everyExampleOfTheGuideIsAccepted() throws IOException {
    List<String> examples =
        EXAMPLE.matcher(Files.readString(GUIDE)).results().map(GuideTest::json).toList();
    assertThat(examples).hasSize(3);

    try (Bureau bureau = new Bureau(data)) {
      assertThat(bureau.violators.put(null, examples.get(0), ZHANG).division()).isEqualTo("990200");
      assertThat(bureau.policies.put(null, examples.get(1), ZHANG).division()).isEqualTo("990200");
      assertThat(bureau.episodes.put(null, examples.get(2), ZHANG).division()).isEqualTo("990000");
    }
  }

  private static String json(MatchResult example) {
    return example.group(1);
  }
}
