package org.qingmen.supervision.alarms;

import java.util.List;
import java.util.Optional;
import org.qingmen.store.Document;
import org.qingmen.store.Page;

/**
 * Who is told of which alarms, and what became of the messages. Rules are registry documents of
 * kind {@code notification-rule}, checked by their JSON Schema; who may touch them is decided by
 * the caller.
 */
public interface NotificationRules {

  /**
   * Stores a rule.
   *
   * @param id its id, null for a new one
   */
  Document put(String id, String json, String actor);

  /** The rule with this id. */
  Optional<Document> get(String id);

  /** Rules that concern a division (prefix of six digits), by id. */
  Page<Document> list(String divisionPrefix, String cursor, int limit);

  /** Takes a rule away; messages that wait are still delivered. */
  void delete(String id, String actor);

  /** Secret that signs the webhooks of a rule, base64; the receiver needs it. */
  String secret(String id);

  /** Sends a trial message to every address of a rule, at once and without trying again. */
  List<Trial> test(String id);

  /** Messages, newest first; null members do not restrict. */
  Page<Document> messages(
      String divisionPrefix, String alarm, String state, String cursor, int limit);

  /**
   * What became of a trial message.
   *
   * @param error why it did not arrive, null when it did
   */
  record Trial(String address, String error) {}
}
