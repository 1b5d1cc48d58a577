package org.qingmen.connectors.hikvision.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingmen.model.Verdict;
import org.qingmen.spi.door.DeviceDoor;
import org.qingmen.spi.door.Outcome;
import org.qingmen.spi.kit.MemoryPlatform;

/** What may open an arm, asked at the door itself: the command to the camera is sent later. */
class HikvisionDoorTest {

  private static final String PATH = "0123456789abcdef1";

  private final MemoryPlatform platform = new MemoryPlatform();
  private DeviceDoor door;

  @TempDir private Path folder;

  @BeforeEach
  void openTheDoor() {
    door =
        new DeviceDoor(
            new HikvisionCodec(),
            new HikvisionMapping(Clock.systemUTC(), folder),
            new KeptMessage(),
            platform,
            platform,
            platform,
            platform,
            platform.gates());
    platform.register(Cameras.device("cam-1", PATH, Map.of()));
  }

  @Test
  void aVehicleAtTheGateThatIsAllowedOpensTheArm() {
    assertThat(take("std-cgi.xml", PATH).opens()).isTrue();
  }

  @Test
  void aVehicleThatIsWarnedOfOpensTheArmAndOneThatIsDeniedDoesNot() {
    platform.decide(record -> Verdict.WARN);
    assertThat(take("bare-without-time.xml", PATH).opens()).isTrue();
    platform.decide(record -> Verdict.DENY);
    assertThat(take("std-cgi.xml", PATH).opens()).isFalse();
  }

  @Test
  void aPassageThatTheCameraCallsHistoryOpensNothing() {
    assertThat(take("hikvision-namespace.xml", PATH).opens()).isFalse();
  }

  @Test
  void aPassageThatIsSentAgainLaterIsRecordedAndOpensNothing() {
    Outcome outcome = take("truck.xml", PATH);
    assertThat(outcome.fate()).isEqualTo(Outcome.Fate.RECORDED);
    assertThat(outcome.live()).isFalse();
    assertThat(outcome.opens()).isFalse();
  }

  @Test
  void aCameraThatNobodyRegisteredOpensNothing() {
    assertThat(take("std-cgi.xml", "another-path").opens()).isFalse();
  }

  @Test
  void aDeviceThatIsSetToOpenNothingOpensNothing() {
    platform.register(Cameras.device("cam-2", "shut", Map.of("opens", "false")));
    assertThat(take("std-cgi.xml", "shut").opens()).isFalse();
  }

  private Outcome take(String capture, String path) {
    return door.take(Captures.bytes(capture), "10.9.8.7", path);
  }
}
