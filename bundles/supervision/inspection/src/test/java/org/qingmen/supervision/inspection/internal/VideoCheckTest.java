package org.qingmen.supervision.inspection.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.qingmen.store.StoredPassage;

class VideoCheckTest {

  private static VideoCheck check(int begin, int end, int tolerance, String... plates) {
    World world = new World();
    Random random = new Random(3);
    for (int i = 0; i < 40; i++) {
      world.pass(random, 0);
    }
    StoredPassage one =
        world.passages.stream().filter(p -> p.plate() != null).findFirst().orElseThrow();
    OffsetDateTime at = one.time();
    List<String> seen =
        plates.length == 0 ? List.of(" 冀b· " + one.plate().substring(2)) : List.of(plates);
    return VideoCheck.of(seen, List.of(one), at.plusSeconds(begin), at.plusSeconds(end), tolerance);
  }

  @Test
  void aPlateIsFoundHoweverItIsWritten() {
    assertThat(check(-60, 300, 0).unrecorded()).isEmpty();
    assertThat(check(-60, 300, 0).unseen()).isEmpty();
  }

  @Test
  void aVehicleThatIsNotInTheLedgerIsNamed() {
    VideoCheck check = check(-60, 300, 0, "冀B99999", "冀B99999");
    assertThat(check.seen()).containsExactly("冀B99999");
    assertThat(check.unrecorded()).containsExactly("冀B99999");
    assertThat(check.unseen()).hasSize(1);
  }

  @Test
  void theClockMayBeOffByTheToleranceAndNoMore() {
    assertThat(check(60, 300, 60).unrecorded()).isEmpty();
    assertThat(check(61, 300, 60).unrecorded()).hasSize(1);
    assertThat(check(-300, -60, 60).unrecorded()).isEmpty();
    assertThat(check(-300, -61, 60).unrecorded()).hasSize(1);
  }
}
