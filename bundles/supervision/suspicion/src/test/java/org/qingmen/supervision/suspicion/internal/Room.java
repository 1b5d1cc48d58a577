package org.qingmen.supervision.suspicion.internal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.qingmen.engine.Judge;
import org.qingmen.engine.Judgement;
import org.qingmen.engine.Judgement.Conclusion;
import org.qingmen.engine.Matter;
import org.qingmen.model.Receipt;
import org.qingmen.model.Text;
import org.qingmen.spi.alarm.Alarm;
import org.qingmen.spi.alarm.AlarmSink;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.facts.Parameters;
import org.qingmen.spi.intake.PassageCorrections;
import org.qingmen.spi.journal.JournalEntry;
import org.qingmen.spi.kit.MemoryJournal;
import org.qingmen.spi.kit.TestClock;
import org.qingmen.spi.pack.PackDescriptor.Kind;
import org.qingmen.spi.pack.Parameter;
import org.qingmen.store.Projection;
import org.qingmen.store.internal.db.Database;
import org.qingmen.store.internal.project.GateSettings;
import org.qingmen.store.internal.project.ProjectionService;
import org.qingmen.store.internal.read.ChainReader;
import org.qingmen.store.internal.read.PassageReader;
import org.qingmen.store.internal.registry.RegistryService;
import org.qingmen.store.internal.suspicion.SuspicionTables;
import org.qingmen.store.testing.RegistryFixture;

/** The room on the real store: the journal, rules and clock are set by hand. */
final class Room implements Judge, AlarmSink, PassageCorrections {

  static final String CEMENT = "91130200700000001K001P";

  final TestClock clock = new TestClock();
  final MemoryJournal journal = new MemoryJournal();
  private final RegistryFixture fixture = new RegistryFixture();
  final List<Alarm> alarms = new ArrayList<>();
  final List<String> over = new ArrayList<>();
  final List<Request> corrected = new ArrayList<>();
  final Database database;
  final Projection projection;
  final SuspicionTables store;
  final RegistryService registry;
  final ChainReader chains;
  SuspicionService service;

  Room() {
    database = fixture.database;
    registry = fixture.registry;
    chains = new ChainReader(database);
    store = new SuspicionTables(database);
    projection = new ProjectionService(database, journal, new GateSettings(3, 10, 5));
    start();
  }

  /** Starts the room anew on the same database and journal. */
  void start() {
    service =
        new SuspicionService(
            store,
            journal,
            projection,
            chains,
            new PassageReader(database, registry),
            this,
            id -> Optional.of(new Enterprise(CEMENT, "示例水泥", "130203", List.of("I15"), "B")),
            this,
            this,
            clock);
  }

  /** Receives a passage with one finding, and looks. */
  String receive(String serial, String plate, String code, String severity) throws Exception {
    append(serial, plate, code, severity);
    projection.awaitPosition(journal.end(), Duration.ofSeconds(30));
    service.round();
    return Receipt.of(CEMENT, serial).value();
  }

  void append(String serial, String plate, String code, String severity) {
    String findings =
        code == null
            ? "[]"
            : """
            [{"code":"%s","evidence":["/passage/plate/number"],"field":"/x","severity":"%s",\
            "zh":"中","en":"en","rule":"r"}]"""
                .formatted(code, severity);
    String document =
        """
        {"contentHash":"%s","facts":{"enterprise":{"division":"130203","id":"%s"},"passage":\
        {"barrier":"A01","direction":"in","enterprise":"%s","plate":{"colour":"yellow","number":\
        "%s"},"serial":"%s","time":"2026-10-01T08:00:00+08:00","vehicle":{"fuel":"diesel"}}},\
        "findings":%s,"kind":"passage","parameterDate":"2026-10-01","receipt":"%s",\
        "verdict":"allow"}"""
            .formatted(
                "0".repeat(64),
                CEMENT,
                CEMENT,
                plate,
                serial,
                findings,
                Receipt.of(CEMENT, serial).value());
    journal.append(
        List.of(
            new JournalEntry(
                JournalEntry.Kind.PASSAGE,
                clock.instant(),
                "device:cam",
                new byte[0],
                document.getBytes(StandardCharsets.UTF_8))));
  }

  /** Suspicious findings are explained within 72 hours; those of one vehicle are one item. */
  @Override
  public Judgement judge(Matter matter) {
    List<Conclusion> said = new ArrayList<>();
    if ("suspicious".equals(matter.facts().get(0).text("severity"))) {
      said.add(conclusion("item", "explain"));
      said.add(conclusion("deadline-hours", 72.0));
      if ("vin-form".equals(matter.facts().get(0).text("code"))) {
        said.add(conclusion("merge", "vehicle"));
      }
    }
    return new Judgement(
        List.of(), said, List.of(), List.of(), "{}".getBytes(StandardCharsets.UTF_8));
  }

  private static Conclusion conclusion(String name, Object value) {
    return new Conclusion(name, value, "c", "clause", new Text("中", "en"), "rule");
  }

  @Override
  public Parameters parameters(Kind kind, String division, LocalDate day) {
    return (Parameters)
        java.lang.reflect.Proxy.newProxyInstance(
            Room.class.getClassLoader(),
            new Class<?>[] {Parameters.class},
            (proxy, method, arguments) -> 48.0);
  }

  @Override
  public List<Parameter> table(Kind kind, String division, LocalDate day) {
    return List.of();
  }

  @Override
  public void raise(Alarm alarm) {
    alarms.add(alarm);
  }

  @Override
  public void over(String key, Instant at) {
    over.add(key);
  }

  @Override
  public void check(String receipt, String patch) {
    // Every patch fits.
  }

  @Override
  public Applied apply(Request request) {
    corrected.add(request);
    return new Applied(request.receipt(), journal.end(), true);
  }

  void close() throws Exception {
    ((ProjectionService) projection).close();
    fixture.close();
  }
}
