package org.qingmen.supervision.control.internal;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.kit.TestClock;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.store.Draft;
import org.qingmen.store.internal.audit.AuditService;
import org.qingmen.store.internal.read.GateDeliveryTable;
import org.qingmen.store.internal.registry.RegistryService;
import org.qingmen.store.testing.RegistryFixture;
import org.qingmen.supervision.control.Baselines;

/** The room on the real store, wired as the container wires it. */
final class Bureau implements AutoCloseable {

  static final String CEMENT = "91130200700000001K001P";
  static final String STEEL = "91140200700000002K001P";
  static final String ZHANG = "user:zhang";
  static final String LI = "user:li";

  final TestClock clock = new TestClock();
  final Path data;
  final NormalDay traffic = new NormalDay();
  private final RegistryFixture store = new RegistryFixture();
  final RegistryService registry;
  final AuditService audit;
  EnterpriseBook enterprises;
  ViolatorBook violators;
  PolicyBook policies;
  EpisodeBook episodes;
  MeasureRules measures;
  Rules rules;
  Caps caps;
  DeliveryBook deliveries;
  UnitBook units;
  InForceService inForce;

  Bureau(Path data) {
    this.data = data;
    registry = store.registry;
    audit = store.audit;
    start();
    enterprise(CEMENT, "130203", "I15", "B");
    enterprise(STEEL, "140203", "I01", "B");
  }

  /** A baseline that tests set. */
  static final class NormalDay implements Baselines {
    double heavy;
    List<LocalDate> days = List.of();

    @Override
    public Baseline of(String enterprise, LocalDate before) {
      return new Baseline(heavy, heavy, days);
    }
  }

  /** Starts the room anew on the same database. */
  void start() {
    enterprises = new EnterpriseBook(registry);
    violators = new ViolatorBook(registry, audit, clock);
    rules = new Rules(ShippedRules.JUDGE);
    policies = new PolicyBook(registry, audit, enterprises, rules, clock);
    episodes = new EpisodeBook(registry, audit, clock);
    measures = new MeasureRules(ShippedRules.JUDGE, ShippedRules.PACKS);
    caps = new Caps(traffic, clock);
    units = new UnitBook(registry);
    inForce = new InForceService(violators, policies, episodes, measures, caps, units, enterprises);
    deliveries =
        new DeliveryBook(
            new GateDeliveryTable(store.database),
            registry,
            enterprises,
            violators,
            policies,
            episodes,
            clock);
  }

  void enterprise(String id, String division, String industry, String grade) {
    String declared = grade == null ? "null" : "\"" + grade + "\"";
    String body =
        """
        {"id": "%s", "name": "示例", "division": "%s", "declaredGrade": %s,
         "industries": [{"code": "%s"}]}"""
            .formatted(id, division, declared, industry);
    registry.put(new Draft("enterprise", id, id, division, body), ZHANG);
  }

  Enterprise known(String id) {
    return enterprises.find(id).orElseThrow();
  }

  Instant now() {
    return clock.instant();
  }

  static Refusal refused(ThrowingCallable call) {
    return catchThrowableOfType(Refusal.class, call);
  }

  @Override
  public void close() {
    store.close();
  }
}
