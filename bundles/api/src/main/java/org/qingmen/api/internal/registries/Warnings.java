package org.qingmen.api.internal.registries;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.qingmen.spi.refusal.Refusal.Fault;
import org.qingmen.supervision.registers.Written;

/** Faults and warnings as JSON, in the reader's language. */
public final class Warnings {

  private Warnings() {}

  /** An entry as it was stored, with what looks wrong beside it. */
  static ObjectNode json(Written written, Locale language) {
    ObjectNode json = Documents.json(written.document());
    write(json.putArray("warnings"), written.warnings(), language);
    return json;
  }

  /** Writes them. */
  public static void write(ArrayNode into, List<Fault> faults, Locale language) {
    for (Fault fault : faults) {
      into.addObject()
          .put("code", fault.code())
          .put("pointer", fault.pointer())
          .put("message", fault.message().in(language));
    }
  }
}
