package org.qingmen.engine.internal.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.qingmen.engine.internal.pack.PackFiles;
import org.qingmen.engine.internal.pack.Problems;

@DisplayName("The warm-up")
class WarmUpTest {

  @Test
  @DisplayName("is itself a good pack and leaves the thread as it was")
  void isAGoodPack() throws IOException {
    int priority = Thread.currentThread().getPriority();
    new WarmUp().run();
    assertThat(Thread.currentThread().getPriority()).isEqualTo(priority);

    TreeMap<String, byte[]> files = new TreeMap<>();
    files.put("pack.yaml", resource("warm-up.yaml"));
    files.put("rules/warm-up.drl", resource("warm-up.drl"));
    Problems problems = new Problems();
    new PackBuilder()
        .build(new PackFiles(files), (id, none) -> Optional.empty(), true, problems)
        .ifPresent(built -> built.pack().close());
    assertThat(problems.all()).isEmpty();
  }

  private static byte[] resource(String name) throws IOException {
    try (var in = WarmUp.class.getResourceAsStream(name)) {
      return in.readAllBytes();
    }
  }
}
