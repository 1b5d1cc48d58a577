package org.qingmen.engine.internal.compile;

import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.drools.base.RuleBase;
import org.kie.api.KieBase;
import org.kie.api.KieServices;
import org.kie.api.builder.ReleaseId;
import org.kie.api.runtime.KieContainer;
import org.kie.api.runtime.KieSession;

/** Compiled rules in memory. */
final class LoadedRules {

  private final ReleaseId id;
  private final KieContainer container;
  private final KieBase base;
  private final Set<String> globals;
  private final AtomicBoolean disposed = new AtomicBoolean();

  LoadedRules(ReleaseId id, KieContainer container) {
    this.id = id;
    this.container = container;
    this.base = container.getKieBase();
    this.globals = Set.copyOf(((RuleBase) base).getGlobals().keySet());
  }

  boolean declares(String global) {
    return globals.contains(global);
  }

  KieSession session() {
    return base.newKieSession();
  }

  void dispose() {
    if (disposed.compareAndSet(false, true)) {
      container.dispose();
      KieServices.get().getRepository().removeKieModule(id);
    }
  }
}
