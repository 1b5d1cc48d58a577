package org.qingmen.bench.run;

import java.time.Instant;
import java.util.List;
import org.qingmen.bench.load.Fleet;
import org.qingmen.engine.NativePassages;
import org.qingmen.spi.facts.Control;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.facts.Passage;
import org.qingmen.spi.facts.PassageFacts;
import org.qingmen.spi.facts.Traffic;

/** Facts as the intake would hand them to the rules while a control is in force. */
final class BenchFacts {

  private static final Control CONTROL =
      new Control(
          "bench", "重型货车国五及以上", null, false, 5, 5, -1, "heavy", List.of(), List.of(), "deny");

  private BenchFacts() {}

  /** Facts of one native record of an enterprise. */
  static PassageFacts of(Fleet.Site site, byte[] record, Instant received) {
    Enterprise enterprise =
        new Enterprise(
            site.id(),
            site.name(),
            site.division(),
            List.of(site.industry()),
            site.declaredGrade());
    return new PassageFacts(
        new Passage(NativePassages.read(record), received),
        enterprise,
        List.of(),
        List.of(CONTROL),
        null,
        new Traffic(true, null, null, null));
  }
}
