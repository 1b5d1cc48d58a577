package org.qingmen.impact.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.TreeSet;
import org.qingmen.intake.DecisionIds;

/** Something counted, with its earliest decisions as examples: the same ones in whatever order. */
final class Group {

  static final int EXAMPLES = 10;

  private final TreeSet<Long> examples = new TreeSet<>();
  private long count;

  void add(long position) {
    count++;
    example(position);
  }

  void example(long position) {
    if (position > 0) {
      examples.add(position);
      if (examples.size() > EXAMPLES) {
        examples.pollLast();
      }
    }
  }

  long count() {
    return count;
  }

  void write(ObjectNode json) {
    json.put("count", count);
    writeExamples(json);
  }

  void writeExamples(ObjectNode json) {
    ArrayNode list = json.putArray("examples");
    examples.forEach(position -> list.add(DecisionIds.of(position)));
  }
}
