package org.qingmen.intake.internal.passage;

import org.qingmen.model.GatePassage;

/** The same record under another serial number. */
final class Serials {

  private Serials() {}

  static GatePassage of(GatePassage p, String serial) {
    return new GatePassage(
        p.enterprise(),
        serial,
        p.entrance(),
        p.barrier(),
        p.lane(),
        p.direction(),
        p.time(),
        p.plate(),
        p.vehicle(),
        p.cargo(),
        p.tonnes(),
        p.barrierRaised(),
        p.images(),
        p.offline(),
        p.check());
  }
}
