package org.qingmen.supervision.inspection.internal;

import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.qingmen.store.StoredPassage;

/**
 * Plates seen in a video against the ledger as it was known when the sample was drawn.
 *
 * @param seen plates seen, in the order in which they were entered
 * @param unrecorded of these, those that are not in the ledger
 * @param unseen plates of the ledger within the period that were not seen
 */
record VideoCheck(List<String> seen, List<String> unrecorded, List<String> unseen) {

  /**
   * Compares.
   *
   * @param tolerance seconds by which the video's clock may differ from the gate's
   */
  static VideoCheck of(
      List<String> plates,
      List<StoredPassage> passages,
      OffsetDateTime from,
      OffsetDateTime to,
      int tolerance) {
    Set<String> seen = new LinkedHashSet<>();
    plates.forEach(plate -> seen.add(plain(plate)));
    Set<String> recorded = new LinkedHashSet<>();
    Set<String> within = new LinkedHashSet<>();
    for (StoredPassage passage : passages) {
      if (passage.plate() == null) {
        continue;
      }
      String plate = plain(passage.plate());
      OffsetDateTime time = passage.time();
      if (!time.isBefore(from.minusSeconds(tolerance))
          && !time.isAfter(to.plusSeconds(tolerance))) {
        recorded.add(plate);
      }
      if (!time.isBefore(from) && !time.isAfter(to)) {
        within.add(plate);
      }
    }
    List<String> unrecorded = new ArrayList<>(seen);
    unrecorded.removeAll(recorded);
    List<String> unseen = new ArrayList<>(within);
    unseen.removeAll(seen);
    return new VideoCheck(List.copyOf(seen), unrecorded, unseen);
  }

  /** As people write it on a tablet: small letters, blanks, dots between. */
  static String plain(String plate) {
    return plate.replaceAll("[\\s·.•-]", "").toUpperCase(Locale.ROOT);
  }
}
