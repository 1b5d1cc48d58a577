package org.qingmen.supervision.control.internal;

import java.time.Instant;
import java.time.LocalDate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.engine.Judge;
import org.qingmen.engine.PackException;
import org.qingmen.model.ChinaTime;
import org.qingmen.spi.facts.Parameters;
import org.qingmen.spi.pack.PackDescriptor.Kind;

/** The parameters of the packs of kind {@code measures} that this room keeps to. */
@Component(service = Rules.class)
public final class Rules {

  private final Judge judge;

  /** Wired by the container. */
  @Activate
  public Rules(@Reference Judge judge) {
    this.judge = judge;
  }

  /** The parameters for a division on a day. */
  Parameters of(String division, LocalDate day) {
    return judge.parameters(Kind.MEASURES, division, day);
  }

  /** Whether a policy is approved by somebody else than its author; so it is where no pack says. */
  boolean secondPersonApproves(String division, Instant at) {
    try {
      return of(division, ChinaTime.day(at)).flag("approval.second-person");
    } catch (PackException e) {
      return true;
    }
  }
}
