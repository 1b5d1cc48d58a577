package org.qingmen.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A full disk refuses records before it can corrupt any, and taking them goes on by itself. */
class DiskFullIT {

  private static final String PLANT = "91130200700000064K001P";
  private static final long LEFT = 100L << 20;

  @Test
  void recordsAreRefusedWhileTheDiskIsFullAndTakenAgainWhenThereIsRoom() throws Exception {
    try (ServerProcess server = ServerProcess.create();
        SmallDisk disk = SmallDisk.over(server.data().resolve("journal"), 600)) {
      server.start();
      Api admin = Api.admin(server);
      Samples.cementPlant(admin, PLANT, "130203");
      assertThat(submit(admin, "F-1").status()).isEqualTo(200);

      Path ballast = disk.fillUpTo(LEFT);
      Waiting.until(
          "records are refused",
          Duration.ofSeconds(30),
          () -> submit(admin, "F-2").status() == 503);
      Api.Answer refused = submit(admin, "F-2");
      assertThat(refused.body().path("code").asText()).isEqualTo("journal");
      assertThat(server.get("/health/ready").statusCode()).isEqualTo(503);

      Files.delete(ballast);
      Waiting.until(
          "records are taken again",
          Duration.ofSeconds(60),
          () -> submit(admin, "F-2").status() == 200);
      assertThat(submit(admin, "F-1").body().at("/results/0/status").asText())
          .isEqualTo("duplicate");
      server.stop(); // the disk can only go when nobody holds it
    }
  }

  private static Api.Answer submit(Api admin, String serial) {
    return admin.post("/passages", Samples.passage(PLANT, serial, "冀B50001", "5"));
  }
}
