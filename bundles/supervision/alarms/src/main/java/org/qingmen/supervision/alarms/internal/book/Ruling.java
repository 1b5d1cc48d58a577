package org.qingmen.supervision.alarms.internal.book;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.qingmen.model.Text;

/**
 * What the rules say of something that was raised.
 *
 * @param severity {@code notice}, {@code warning}, {@code serious} or {@code critical}
 * @param message its wording
 * @param rule name of the rule; null when no pack was in force
 * @param clause clause of the rule; null when no pack was in force
 * @param acknowledgeMinutes within so many minutes somebody must have looked; null for no limit
 * @param closeHours within so many hours it must be closed; null for no limit
 * @param basis packs and parameters it rests on, as they are shown
 */
record Ruling(
    Severity severity,
    Text message,
    String rule,
    String clause,
    Double acknowledgeMinutes,
    Double closeHours,
    List<ObjectNode> basis) {

  Ruling {
    basis = List.copyOf(basis);
  }
}
