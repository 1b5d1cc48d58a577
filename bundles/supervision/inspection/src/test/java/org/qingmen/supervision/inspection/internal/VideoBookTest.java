package org.qingmen.supervision.inspection.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
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

  @ParameterizedTest
  @ValueSource(
      strings = {"javascript:alert(1)", " javascript:x", "data:text/html,x", "file:///etc/passwd"})
  void anAddressThatIsNoRecordingIsRefused(String address) {
    VideoBook book = new VideoBook(World.fake(VideoIndex.class, "add", a -> Map.of()), null, null);
    try {
      Refusal refusal =
          catchThrowableOfType(Refusal.class, () -> book.put(entry(address), "user:it"));
      assertThat(refusal.faults()).extracting(Refusal.Fault::pointer).containsExactly("/address");
    } finally {
      book.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://nvr.example/c1?t=08:00",
        "RTSP://10.0.0.8:554/c1",
        "nvr/c1.mp4",
        "D:\\\\video\\\\c1.mp4"
      })
  void anAddressOrThePathOfAFileIsTaken(String address) {
    VideoBook book = new VideoBook(World.fake(VideoIndex.class, "add", a -> Map.of()), null, null);
    try {
      assertThat(book.put(entry(address), "user:it").status()).isEqualTo("accepted");
    } finally {
      book.close();
    }
  }

  private static String entry(String address) {
    return """
        {"enterprise": "E1", "camera": "C1", "address": "%s", "sha256": null,
         "from": "2026-10-05T08:00:00+08:00", "to": "2026-10-05T09:00:00+08:00"}"""
        .formatted(address);
  }
}
