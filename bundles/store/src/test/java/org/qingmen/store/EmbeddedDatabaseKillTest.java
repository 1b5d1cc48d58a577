package org.qingmen.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingmen.store.internal.db.DatabaseSettings;
import org.qingmen.store.testing.StoreFixture;
import org.qingmen.store.testing.WriteForever;

class EmbeddedDatabaseKillTest {

  private static final int KILLS = 3;
  private static final int WRITES = 60;

  @TempDir Path folder;

  @Test
  void whatWasAcknowledgedIsThereAfterTheServerIsKilled() throws Exception {
    String url = "jdbc:h2:file:" + folder.resolve("qingmen");
    int next = 0;
    long acknowledged = 0;
    for (int kill = 0; kill < KILLS; kill++) {
      int last = writeAndKill(url, next);
      acknowledged += last - next + 1;
      try (StoreFixture store = new StoreFixture(new DatabaseSettings(url, "q", "", 6))) {
        for (int i = next; i <= last; i++) {
          assertThat(store.registry.get("vehicle", "V" + i)).as("V" + i).isPresent();
        }
        assertThat(store.audit.verify().intact()).isTrue();
        assertThat(store.audit.verify().rows()).isGreaterThanOrEqualTo(acknowledged);
      }
      // One more may have been written without being acknowledged.
      next = last + 2;
    }
  }

  /** The last number that was acknowledged. */
  private static int writeAndKill(String url, int first) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    System.getProperty("java.class.path"),
                    WriteForever.class.getName(),
                    url,
                    Integer.toString(first)))
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    int last = first - 1;
    try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
      while (last < first + WRITES) {
        String line = out.readLine();
        assertThat(line).as("the writer still runs").isNotNull();
        last = Integer.parseInt(line);
      }
      process.destroyForcibly().waitFor();
    }
    return last;
  }
}
