package org.qingmen.supervision.alarms.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
import org.qingmen.spi.kit.TestClock;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.spi.pack.Parameter;
import org.qingmen.store.internal.audit.AuditService;
import org.qingmen.store.internal.registry.RegistryService;
import org.qingmen.store.testing.RegistryFixture;
import org.qingmen.supervision.alarms.internal.book.AlarmBook;
import org.qingmen.supervision.alarms.internal.book.AlarmLife;

/** The room on the real store, with rules that a test sets by hand and a clock set by hand. */
public final class AlarmRoom implements Judge, AutoCloseable {

  public static final String CEMENT = "91130200700000001K001P";

  public final TestClock clock = new TestClock();
  public final RegistryService registry;
  public final AuditService audit;
  public AlarmBook book;
  public AlarmLife life;
  private final RegistryFixture store;

  public AlarmRoom() {
    store = new RegistryFixture(clock);
    registry = store.registry;
    audit = store.audit;
    start();
  }

  /** Starts the room anew on the same database. */
  public void start() {
    book = new AlarmBook(registry, this::enterprise, this, clock);
    life = new AlarmLife(book, registry, audit);
  }

  public void pass(Duration duration) {
    clock.advance(duration);
  }

  public Alarm alarm(String code, String key, String receipt) {
    return alarm(code, key, receipt, "冀B12345", clock.instant());
  }

  public Alarm alarm(String code, String key, String receipt, String plate, Instant at) {
    return new Alarm(
        code,
        key,
        CEMENT,
        null,
        "A01",
        at,
        Map.of("plate", plate),
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
                say("severity", fact.number("count") >= 3 ? "serious" : "warning", fact),
                say("acknowledge-minutes", 30.0, fact),
                say("close-hours", 24.0, fact));
    return new Judgement(
        List.of(), said, List.of(), List.of(new PackRef("test", "1", "00")), new byte[0]);
  }

  private static Conclusion say(String name, Object value, Fact fact) {
    String plate = " " + fact.values().getOrDefault("plate", "");
    return new Conclusion(name, value, "code", "条", new Text("文" + plate, "text" + plate), "rule");
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
  public void close() {
    store.close();
  }
}
