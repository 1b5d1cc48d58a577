package org.qingmen.supervision.control;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.qingmen.store.Document;
import org.qingmen.store.Page;

/**
 * Alert episodes (重污染天气应急响应). While one runs, the measures of each declared grade are in force by
 * themselves; which ones is said by the rule packs of kind {@code measures}. Where several run at
 * once the highest level counts.
 *
 * <p>Refusals: {@code bad-episode} with the members that are wrong, {@code unknown-episode}, {@code
 * episode-over}.
 */
public interface Episodes {

  /**
   * Refuses what does not fit the schema or names times that do not exist, as {@link #put} would;
   * nothing is stored.
   */
  void check(String json);

  /**
   * Declares an episode, or changes one.
   *
   * @param id id of the episode; null or empty for a new one
   * @param json the episode, see {@code episode.schema.json}
   * @param actor who does it
   * @return the stored episode; its body also carries {@code id} and {@code response}
   */
  Document put(String id, String json, String actor);

  /** Ends a running episode now, or calls off a future one. */
  Document lift(String id, String actor);

  /** The episode with this id. */
  Optional<Document> get(String id);

  /**
   * Episodes by id.
   *
   * @param division only episodes that touch this division prefix; null for all
   */
  Page<Document> list(String division, String cursor, int limit);

  /** Version of the episodes as a whole; rises with each change, 0 while there was none. */
  long version();

  /** What changed after a version, oldest change first, each episode once. */
  ListDelta delta(long since, String division, int limit);

  /** Episodes that run in a division (six digits) at an instant, highest level first. */
  List<Document> running(String division, Instant at);
}
