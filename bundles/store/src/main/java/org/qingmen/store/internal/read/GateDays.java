package org.qingmen.store.internal.read;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToIntFunction;
import org.qingmen.store.Document;
import org.qingmen.store.GateHistory.GateDay;

/** Gates' days in order, with a row for each registered barrier that was silent all day. */
final class GateDays {

  private static final int LAST_PART = 1;

  private final LocalDate from;
  private final LocalDate to;
  private final ToIntFunction<LocalDate> expected;
  private final Map<String, GateDay> days = new TreeMap<>();

  GateDays(LocalDate from, LocalDate to, ToIntFunction<LocalDate> expected) {
    this.from = from;
    this.to = to;
    this.expected = expected;
  }

  /** Sorts by enterprise, barrier and day. */
  static String key(String enterprise, String barrier, LocalDate day) {
    return enterprise + '\0' + barrier + '\0' + day;
  }

  void add(GateDay day) {
    days.put(key(day.enterprise(), day.barrier(), day.day()), day);
  }

  void registered(Collection<Document> barriers, String enterprise, String divisionPrefix) {
    barriers.stream()
        .filter(barrier -> within(barrier, enterprise, divisionPrefix))
        .forEach(barrier -> silent(barrier.enterprise(), barrier.id().split("/", 2)[LAST_PART]));
  }

  List<GateDay> inOrder() {
    return List.copyOf(days.values());
  }

  private void silent(String enterprise, String barrier) {
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      add(new GateDay(enterprise, barrier, day, 0, expected.applyAsInt(day), 0, 0, 0, -1, 0, 0, 0));
    }
  }

  private static boolean within(Document barrier, String enterprise, String divisionPrefix) {
    boolean inside =
        divisionPrefix == null
            || divisionPrefix.isEmpty()
            || (barrier.division() != null && barrier.division().startsWith(divisionPrefix));
    return inside && (enterprise == null || enterprise.equals(barrier.enterprise()));
  }
}
