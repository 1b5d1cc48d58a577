package org.qingmen.supervision.inspection;

import java.util.List;
import java.util.Optional;
import org.qingmen.store.Page;
import org.qingmen.store.Video;
import org.qingmen.store.VideoQuery;

/**
 * The index of the gates' videos. Entries are kept for as many months as the packs of kind {@code
 * acceptance} say ({@code video.retention.months}).
 */
public interface Videos {

  /**
   * Stores an entry.
   *
   * @param json the entry, see {@code video.schema.json}
   * @param source who sends it
   */
  Answer put(String json, String source);

  /** Stores entries together; the answers are in their order. */
  List<Answer> putAll(List<String> entries, String source);

  /** The entry with this id. */
  Optional<Video> find(String id);

  /** Entries, newest first. */
  Page<Video> list(VideoQuery query);

  /** Recordings that show a passage: of cameras at its barrier first, then of the others. */
  List<Video> showing(String receipt);

  /**
   * What became of an entry.
   *
   * @param id its id
   * @param status {@code accepted}, {@code duplicate}, or {@code conflict} when another entry of
   *     the same recording stands
   */
  record Answer(String id, String status) {}
}
