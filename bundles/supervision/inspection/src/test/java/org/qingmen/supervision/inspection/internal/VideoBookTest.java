package org.qingmen.supervision.inspection.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.store.VideoIndex;

class VideoBookTest {

  @ParameterizedTest
  @CsvSource({
    "2026-10-05T09:00:00+08:00,2026-10-05T08:00:00+08:00,/to",
    "2026-02-30T08:00:00+08:00,2026-10-05T08:00:00+08:00,/from",
    "2026-10-05T08:00:00+08:00,nine,/to",
    "0001-01-01T00:00:00Z,0001-01-01T01:00:00Z,/from"
  })
  void timesThatCannotBeUsedAreRefusedByTheirName(String from, String to, String pointer)
      throws Exception {
    VideoBook book = new VideoBook(World.fake(VideoIndex.class, "add", a -> Map.of()), null, null);
    String entry =
        """
        {"enterprise": "E1", "camera": "C1", "address": "nvr/c1.mp4", "sha256": null,
         "from": "%s", "to": "%s"}"""
            .formatted(from, to);
    try {
      Refusal refusal = catchThrowableOfType(Refusal.class, () -> book.put(entry, "user:it"));
      assertThat(refusal.code()).isEqualTo("bad-video");
      assertThat(refusal.faults()).extracting(Refusal.Fault::pointer).containsExactly(pointer);
    } finally {
      book.close();
    }
  }
}
