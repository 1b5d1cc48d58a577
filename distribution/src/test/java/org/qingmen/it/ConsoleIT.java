package org.qingmen.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** The console in a real Chromium, on the assembled server with the demonstration province. */
class ConsoleIT {

  private static final Duration LOADING = Duration.ofMinutes(5);
  private static final long BROWSING_MINUTES = 10;
  private static final Path WEB = Path.of("..", "bundles", "console", "src", "main", "web");

  @Test
  void theDemonstrationIsLoadedAndTheConsoleShowsIt() throws Exception {
    try (ServerProcess server =
        ServerProcess.create()
            .with("QINGMEN_PACKS_UNSIGNED", "dev")
            .with("QINGMEN_DEMO", "1")
            .start()) {
      Path progress = server.data().resolve("demo-progress");
      Waiting.until("the demonstration is loaded", LOADING, () -> says(progress, "100% done"));
      theProvinceIsThere(server);
      oneAccountPerRoleIsNotedForTheOwnerOnly(server.data().resolve("accounts.txt"));
      theBrowserTestsPass(server);
    }
  }

  private static void theProvinceIsThere(ServerProcess server) {
    Api admin = Api.admin(server);
    JsonNode enterprises = admin.get("/enterprises?limit=1000").body().path("items");
    assertThat(enterprises.size()).isGreaterThanOrEqualTo(12);
    assertThat(admin.get("/episodes").body().path("items").toString()).contains("orange");
    assertThat(admin.get("/violators").body().path("items")).isNotEmpty();
  }

  private static void oneAccountPerRoleIsNotedForTheOwnerOnly(Path accounts) throws IOException {
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(accounts)))
        .isEqualTo("rw-------");
    assertThat(Files.readAllLines(accounts)).hasSizeGreaterThanOrEqualTo(10);
  }

  private static void theBrowserTestsPass(ServerProcess server) throws Exception {
    Path said = Path.of("target", "console-browser.log");
    ProcessBuilder npm = new ProcessBuilder("npm", "run", "--silent", "test:browser");
    npm.directory(WEB.toFile()).redirectErrorStream(true).redirectOutput(said.toFile());
    npm.environment().put("QINGMEN_URL", server.uri("").toString());
    npm.environment().put("QINGMEN_USER", "admin");
    npm.environment().put("QINGMEN_PASSWORD", server.adminPassword());
    npm.environment()
        .put(
            "QINGMEN_SCREENSHOTS",
            Path.of("target", "console-screenshots").toAbsolutePath().toString());
    Process browsing = npm.start();
    boolean ended = browsing.waitFor(BROWSING_MINUTES, TimeUnit.MINUTES);
    browsing.descendants().forEach(ProcessHandle::destroyForcibly);
    browsing.destroyForcibly();
    assertThat(ended && browsing.exitValue() == 0)
        .as("%s", Files.readString(said, StandardCharsets.UTF_8))
        .isTrue();
  }

  private static boolean says(Path file, String text) {
    try {
      return Files.exists(file) && Files.readString(file).contains(text);
    } catch (IOException e) {
      return false; // it is being written
    }
  }
}
