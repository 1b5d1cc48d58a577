package org.qingmen.engine.internal.life;

import java.time.Instant;
import org.qingmen.engine.PackAct;
import org.qingmen.engine.PackEvent;
import org.qingmen.engine.PackEvent.Act;
import org.qingmen.spi.pack.PackState;

/** One change: when it is made, by whom and why; written into the history of all it touches. */
record Moment(Instant at, PackAct act) {

  PackEvent event(Act what, PackState state, String detail) {
    return new PackEvent(at, act.actor(), what, state, act.reason(), detail);
  }

  /** The entry standing elsewhere, the step noted. */
  Entry move(Entry entry, Standing now, Act what, String detail) {
    return entry.with(now).and(event(what, now.state(), detail));
  }
}
