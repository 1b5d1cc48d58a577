package org.qingmen.supervision.registers;

import java.util.List;
import org.qingmen.spi.refusal.Refusal.Fault;
import org.qingmen.store.Document;

/**
 * An entry that was registered.
 *
 * @param document as it is stored now
 * @param warnings what looks wrong with it; it was stored nevertheless
 */
public record Written(Document document, List<Fault> warnings) {

  public Written {
    warnings = List.copyOf(warnings);
  }
}
