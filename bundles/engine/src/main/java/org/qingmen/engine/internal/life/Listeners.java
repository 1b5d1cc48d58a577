package org.qingmen.engine.internal.life;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.qingmen.engine.RulePacks.Registration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who wants to know that something about the packs changed. */
final class Listeners {

  private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

  Registration add(Runnable listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  void tell() {
    for (Runnable listener : listeners) {
      try {
        listener.run();
      } catch (RuntimeException e) {
        LOG.warn("a listener of the rule packs failed", e);
      }
    }
  }
}
