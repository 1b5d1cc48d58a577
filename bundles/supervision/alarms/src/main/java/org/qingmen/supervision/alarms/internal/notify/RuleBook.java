package org.qingmen.supervision.alarms.internal.notify;

import java.util.Collection;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.store.DocumentCache;
import org.qingmen.store.Registry;

/** The notification rules in memory. */
@Component(service = RuleBook.class)
public final class RuleBook {

  static final String KIND = "notification-rule";

  private final DocumentCache<Rule> rules;

  /** Wired by the container. */
  @Activate
  public RuleBook(@Reference Registry registry) {
    rules = new DocumentCache<>(registry, KIND, Rule::read);
  }

  @Deactivate
  void close() {
    rules.close();
  }

  Collection<Rule> all() {
    return rules.all();
  }

  Optional<Rule> get(String id) {
    return rules.get(id);
  }
}
