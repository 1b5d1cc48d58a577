package org.qingmen.supervision.alarms;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.qingmen.store.Document;
import org.qingmen.store.Page;
import org.qingmen.store.Registry;

/**
 * The alarms and what people do with them. Refuses with {@link org.qingmen.spi.refusal.Refusal};
 * who may touch which alarm is decided by the caller, by the document's enterprise and division.
 * Safe for concurrent use.
 */
public interface Alarms {

  /** The alarm with this id, as it is now. */
  Optional<Document> get(String id);

  /** Alarms, the one that happened last first. */
  Page<Document> list(AlarmQuery query);

  /** Every version of an alarm, newest first: who did what, and how often it was repeated. */
  List<Document> history(String id);

  /**
   * How many are not closed, by severity; severities without any are left out.
   *
   * @param enterprise only of this one; null for all
   * @param divisionPrefix leading digits of the divisions; null or empty for all
   */
  Map<String, Long> open(String enterprise, String divisionPrefix);

  /** Somebody has seen it; ends the waiting for its acknowledgement. */
  Document acknowledge(String id, String note, String actor);

  /** Somebody shall see to it. */
  Document assign(String id, String assignee, String note, String actor);

  /** Hands it to the division above: from the county to the city, from there to the province. */
  Document escalate(String id, String note, String actor);

  /**
   * Ends it.
   *
   * @param reason {@code handled}, {@code false-alarm}, {@code tolerated}, {@code duplicate} or
   *     {@code other}
   */
  Document close(String id, String reason, String note, String actor);

  /**
   * Tells every change of an alarm after it is stored, in the order of the changes of each alarm,
   * in the writer's thread; the listener must not block.
   *
   * @return close it to be told no more
   */
  Registry.Registration listen(Consumer<Document> listener);

  /**
   * Present state of the alarms that changed after a mark, oldest change first.
   *
   * @param millis time of the last change that is known, in milliseconds since 1970
   * @param id id of the alarm that changed then
   * @param limit at most so many
   */
  List<Document> changedAfter(long millis, String id, int limit);
}
