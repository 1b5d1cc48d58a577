package org.qingmen.grading;

import java.util.List;
import org.qingmen.spi.facts.GradingFacts;

/** What grades rest on, for whoever asks rules of their own. Safe for concurrent use. */
public interface GradeFacts {

  /**
   * What a grade of the enterprise would rest on, once for each of its industries; nothing is
   * decided or kept.
   *
   * @return empty when no such enterprise is registered
   * @throws org.qingmen.store.StoreUnavailableException when the database is away
   */
  List<GradingFacts> of(GradeQuestion question);
}
