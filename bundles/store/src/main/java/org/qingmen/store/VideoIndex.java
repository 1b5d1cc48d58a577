package org.qingmen.store;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The index of the gates' videos (source document 6.6). Safe for concurrent use. */
public interface VideoIndex {

  /**
   * Stores entries, durably when this returns. One that is there already stays as it is.
   *
   * @return entries that were there before, by id
   */
  Map<String, Video> add(Collection<Video> videos);

  /** The entry with this id. */
  Optional<Video> find(String id);

  /** Entries, newest first. */
  Page<Video> list(VideoQuery query);

  /** Recordings of an enterprise that cover an instant, of any camera. */
  List<Video> covering(String enterprise, Instant at);

  /**
   * Removes entries whose recording ended before an instant, because their retention is over.
   *
   * @return how many
   */
  int removeEndedBefore(Instant instant);
}
