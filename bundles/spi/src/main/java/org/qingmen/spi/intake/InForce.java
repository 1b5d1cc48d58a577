package org.qingmen.spi.intake;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.qingmen.model.Plate;
import org.qingmen.spi.facts.Control;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.facts.Listed;

/** What is in force when a vehicle passes; answers from memory and is kept current. */
public interface InForce {

  /**
   * Entries of the violator list that match a vehicle and are valid at the time.
   *
   * @param plate plate as read; number and colour must both match
   * @param vin VIN as sent, may be null
   * @param division division of the gate; entries of its own and of higher divisions count
   */
  List<Listed> listed(Plate plate, String vin, String division, Instant at);

  /**
   * The same for a record that may name an in-plant vehicle or machine.
   *
   * @param units codes the unit is known by; empty when the record names none
   */
  default List<Listed> listed(
      Plate plate, String vin, Collection<String> units, String division, Instant at) {
    return listed(plate, vin, division, at);
  }

  /** Policies in force for an enterprise at the time, highest precedence first. */
  List<Control> controls(Enterprise enterprise, Instant at);
}
