package org.qingmen.supervision.control.internal;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.store.Draft;
import org.qingmen.store.internal.audit.AuditService;
import org.qingmen.store.internal.db.Database;
import org.qingmen.store.internal.db.DatabaseSettings;
import org.qingmen.store.internal.jpa.Entities;
import org.qingmen.store.internal.registry.RegistryService;

/** The room on the real store, wired as the container wires it. */
final class Bureau implements AutoCloseable {

  static final String CEMENT = "91130200700000001K001P";
  static final String STEEL = "91140200700000002K001P";
  static final String ZHANG = "user:zhang";

  final TestClock clock = new TestClock();
  final Path data;
  final RegistryService registry;
  final AuditService audit;
  EnterpriseBook enterprises;
  ViolatorBook violators;
  PolicyBook policies;
  EpisodeBook episodes;
  MeasureFiles measures;
  UnitBook units;
  InForceService inForce;
  private final Database database;
  private final Entities entities;

  Bureau(Path data) {
    this.data = data;
    String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    database = new Database(new DatabaseSettings(url, "q", "", 4));
    entities = new Entities(database);
    registry = new RegistryService(database, entities);
    audit = new AuditService(entities);
    start();
    enterprise(CEMENT, "130203", "I15", "B");
    enterprise(STEEL, "140203", "I01", "B");
  }

  /** Starts the room anew on the same database. */
  void start() {
    enterprises = new EnterpriseBook(registry);
    violators = new ViolatorBook(registry, audit, clock);
    policies = new PolicyBook(registry, audit, enterprises, clock);
    episodes = new EpisodeBook(registry, audit, clock);
    measures = new MeasureFiles(data, clock);
    units = new UnitBook(registry);
    inForce = new InForceService(violators, policies, episodes, measures);
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
    entities.close();
    database.close();
  }
}
