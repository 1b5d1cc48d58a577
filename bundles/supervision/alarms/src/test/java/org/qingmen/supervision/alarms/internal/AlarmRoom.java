package org.qingmen.supervision.alarms.internal;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.qingmen.engine.Judge;
import org.qingmen.engine.Judgement;
import org.qingmen.engine.Judgement.Conclusion;
import org.qingmen.engine.Matter;
import org.qingmen.engine.PackRef;
import org.qingmen.model.Text;
import org.qingmen.spi.alarm.Alarm;
import org.qingmen.spi.alarm.Alarm.Evidence;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.facts.Fact;
import org.qingmen.spi.facts.Parameters;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.spi.pack.Parameter;
import org.qingmen.store.internal.audit.AuditService;
import org.qingmen.store.internal.db.Database;
import org.qingmen.store.internal.db.DatabaseSettings;
import org.qingmen.store.internal.jpa.Entities;
import org.qingmen.store.internal.registry.RegistryService;
import org.qingmen.supervision.alarms.internal.book.AlarmBook;
import org.qingmen.supervision.alarms.internal.book.AlarmLife;

/** The room on the real store, with rules that a test sets by hand and a clock set by hand. */
public final class AlarmRoom extends Clock implements Judge, AutoCloseable {

  public static final String CEMENT = "91130200700000001K001P";

  public Instant now = Instant.parse("2026-10-01T04:00:00Z");
  public final RegistryService registry;
  public final AuditService audit;
  public AlarmBook book;
  public AlarmLife life;
  private final Database database;
  private final Entities entities;

  public AlarmRoom() {
    String url = "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1";
    database = new Database(new DatabaseSettings(url, "q", "", 4));
    entities = new Entities(database);
    registry = new RegistryService(database, entities, this);
    audit = new AuditService(entities);
    start();
  }

  /** Starts the room anew on the same database. */
  public void start() {
    book = new AlarmBook(registry, this::enterprise, this, this);
    life = new AlarmLife(book, registry, audit);
  }

  public void pass(Duration duration) {
    now = now.plus(duration);
  }

  public Alarm alarm(String code, String key, String receipt) {
    return new Alarm(
        code,
        key,
        CEMENT,
        null,
        "A01",
        now,
        Map.of("plate", "冀B12345"),
        List.of(new Evidence("passage", receipt)));
  }

  public Optional<Enterprise> enterprise(String id) {
    return CEMENT.equals(id)
        ? Optional.of(new Enterprise(CEMENT, "示例水泥", "130203", List.of("I15"), "B"))
        : Optional.empty();
  }

  /** Nothing called harmless is an alarm; from the third time on it is serious. */
  @Override
  public Judgement judge(Matter matter) {
    Fact fact = matter.facts().get(0);
    List<Conclusion> said =
        "harmless".equals(fact.text("code"))
            ? List.of()
            : List.of(
                say("severity", fact.number("count") >= 3 ? "serious" : "warning"),
                say("acknowledge-minutes", 30.0),
                say("close-hours", 24.0));
    return new Judgement(
        List.of(), said, List.of(), List.of(new PackRef("test", "1", "00")), new byte[0]);
  }

  private static Conclusion say(String name, Object value) {
    return new Conclusion(name, value, "code", "条", new Text("文", "text"), "rule");
  }

  /** Limits by name, as a pack would say them. */
  public final Map<String, Double> limits = new java.util.TreeMap<>();

  @Override
  public Parameters parameters(PackDescriptor.Kind kind, String division, LocalDate day) {
    return (Parameters)
        java.lang.reflect.Proxy.newProxyInstance(
            AlarmRoom.class.getClassLoader(),
            new Class<?>[] {Parameters.class},
            (proxy, method, arguments) ->
                switch (method.getName()) {
                  case "holds" -> limits.containsKey(arguments[0]);
                  case "number" -> limits.get(arguments[0]);
                  default -> throw new UnsupportedOperationException(method.getName());
                });
  }

  @Override
  public List<Parameter> table(PackDescriptor.Kind kind, String division, LocalDate day) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }

  @Override
  public void close() {
    entities.close();
    database.close();
  }
}
