package org.qingmen.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.qingmen.model.Receipt;
import org.qingmen.store.internal.read.VideoTable;
import org.qingmen.store.testing.Databases;
import org.qingmen.store.testing.StoreFixture;

class VideoIndexTest {

  private static Video video(String camera, String from, String to, String address) {
    return new Video(
        Receipt.of("E1", camera + from).value(),
        "E1",
        camera,
        "A01",
        Instant.parse(from),
        Instant.parse(to),
        address,
        null,
        Instant.parse("2026-10-02T00:00:00Z"),
        "user:test");
  }

  private static final Video EIGHT =
      video("C1", "2026-10-01T00:00:00Z", "2026-10-01T01:00:00Z", "nvr/8");
  private static final Video NINE =
      video("C1", "2026-10-01T01:00:00Z", "2026-10-01T02:00:00Z", "nvr/9");
  private static final Video OTHER =
      video("C2", "2026-10-01T00:30:00Z", "2026-10-01T01:30:00Z", "nvr/x");

  @ParameterizedTest
  @EnumSource
  void recordingsAreFoundByTheMomentTheyShow(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      VideoIndex videos = new VideoTable(store.database);
      assertThat(videos.add(List.of(EIGHT, NINE, OTHER))).isEmpty();
      assertThat(videos.covering("E1", Instant.parse("2026-10-01T00:40:00Z")))
          .extracting(Video::address)
          .containsExactly("nvr/8", "nvr/x");
      assertThat(videos.covering("E2", Instant.parse("2026-10-01T00:40:00Z"))).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource
  void theFirstEntryOfARecordingStands(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      VideoIndex videos = new VideoTable(store.database);
      videos.add(List.of(EIGHT));
      Video moved = video("C1", "2026-10-01T00:00:00Z", "2026-10-01T01:00:00Z", "elsewhere");
      assertThat(videos.add(List.of(moved, NINE))).containsOnlyKeys(EIGHT.id());
      assertThat(EIGHT.says(moved)).isFalse();
      assertThat(videos.find(EIGHT.id()).orElseThrow().address()).isEqualTo("nvr/8");
    }
  }

  @ParameterizedTest
  @EnumSource
  void pagesGoBackInTimeAndRetentionEndsThem(Databases kind) throws Exception {
    try (StoreFixture store = new StoreFixture(kind.create())) {
      VideoIndex videos = new VideoTable(store.database);
      videos.add(List.of(EIGHT, NINE, OTHER));
      VideoQuery first = new VideoQuery("E1", null, null, null, null, null, null, 2);
      Page<Video> page = videos.list(first);
      assertThat(page.items()).extracting(Video::address).containsExactly("nvr/9", "nvr/x");
      VideoQuery second = new VideoQuery("E1", null, null, null, null, null, page.next(), 2);
      assertThat(videos.list(second).items()).extracting(Video::address).containsExactly("nvr/8");
      assertThat(videos.removeEndedBefore(Instant.parse("2026-10-01T01:10:00Z"))).isEqualTo(1);
      assertThat(videos.find(EIGHT.id())).isEmpty();
    }
  }
}
