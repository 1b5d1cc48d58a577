package org.qingmen.supervision.registers.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.qingmen.engine.schema.FormCheck;
import org.qingmen.model.WrittenDay;
import org.qingmen.spi.refusal.Refusal.Fault;

/** The JSON Schema of a register's entries. Safe for concurrent use. */
public final class EntrySchema {

  /** How the shipped schemas write the form of a day. */
  private static final String DAY = "^[0-9]{4}-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$";

  private final FormCheck form;
  private final Set<String> days = new TreeSet<>();

  /**
   * @param name name of a shipped schema, such as {@code barrier}
   */
  public EntrySchema(String name) {
    form = FormCheck.of(Json.schema(name).toString());
    for (Map.Entry<String, JsonNode> member : Json.schema(name).path("properties").properties()) {
      if (DAY.equals(member.getValue().path("pattern").asText())) {
        days.add(member.getKey());
      }
    }
  }

  /** What is wrong, at most twenty faults; empty when it fits. */
  public List<Fault> faults(JsonNode node) {
    List<Fault> faults = form.faults(node);
    return faults.isEmpty() ? noDays(node) : faults;
  }

  /** A pattern lets 30 February pass; who reads the day later could not. */
  private List<Fault> noDays(JsonNode node) {
    return days.stream()
        .filter(name -> node.hasNonNull(name))
        .filter(name -> WrittenDay.read(node.get(name).asText()).isEmpty())
        .map(name -> Texts.fault("not-a-date", "/" + name, node.get(name).asText()))
        .toList();
  }
}
