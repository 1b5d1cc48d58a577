package org.qingmen.intake.internal.gate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiPredicate;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.intake.SchemaCheck;
import org.qingmen.intake.internal.Scopes;
import org.qingmen.intake.internal.Syncs;
import org.qingmen.intake.internal.gate.Heartbeats.Beat;
import org.qingmen.spi.device.Device;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.intake.GateEventSink;
import org.qingmen.spi.intake.NativeRecord;
import org.qingmen.spi.intake.PassageAnswer.Fault;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.journal.JournalEntry;
import org.qingmen.spi.journal.JournalUnavailableException;
import org.qingmen.spi.refusal.RefusalTexts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What gates say of themselves, as entries of the journal; the store projects them. */
@Component(service = GateEventSink.class)
public final class GateEvents implements GateEventSink {

  private static final Logger LOG = LoggerFactory.getLogger(GateEvents.class);
  private static final int PAUSE_SECONDS = 5;
  private static final String HEARTBEAT = "heartbeat";
  private static final String RAISED = "barrier-raised";

  private final Journal journal;
  private final Enterprises enterprises;
  private final BiPredicate<String, String> unknownBarrier;
  private final Clock clock;
  private final Heartbeats heartbeats = new Heartbeats();
  private final SchemaCheck schema = SchemaCheck.of("gate-event");
  private final RefusalTexts texts = RefusalTexts.beside(GateEvents.class);
  private final ObjectMapper json = new ObjectMapper();
  private final ScheduledExecutorService writer =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "qingmen-heartbeats"));

  /** Wired by the container. */
  @Activate
  public GateEvents(
      @Reference Journal journal,
      @Reference Enterprises enterprises,
      @Reference KnownBarriers barriers) {
    this(journal, enterprises, barriers::unknown, Clock.systemUTC());
    writer.scheduleWithFixedDelay(this::flush, PAUSE_SECONDS, PAUSE_SECONDS, TimeUnit.SECONDS);
  }

  GateEvents(
      Journal journal,
      Enterprises enterprises,
      BiPredicate<String, String> unknownBarrier,
      Clock clock) {
    this.journal = journal;
    this.enterprises = enterprises;
    this.unknownBarrier = unknownBarrier;
    this.clock = clock;
  }

  @Deactivate
  void close() {
    writer.shutdown();
    flush();
  }

  /** Writes down the heartbeats of the last seconds. */
  void flush() {
    try {
      heartbeats
          .take()
          .ifPresent(
              document -> journal.append(List.of(entry(document, "server:gates", document))));
    } catch (JournalUnavailableException e) {
      // The next heartbeat of the same gates is under way.
      LOG.debug("heartbeats of {} s were not kept: {}", PAUSE_SECONDS, e.getMessage());
    }
  }

  @Override
  public void heard(Device device) {
    String division = enterprises.find(device.enterprise()).map(Enterprise::division).orElse("");
    Instant now = now();
    device.lanes().stream()
        .map(Device.Lane::barrier)
        .distinct()
        .forEach(
            barrier ->
                heartbeats.add(
                    new Beat(device.enterprise(), division, barrier, now, null, null, null, null)));
  }

  @Override
  public List<Answer> submit(List<NativeRecord> events) {
    List<Answer> answers = new ArrayList<>();
    List<JournalEntry> entries = new ArrayList<>();
    for (NativeRecord event : events) {
      answers.add(take(event, entries));
    }
    long next = append(entries);
    for (int i = 0; i < answers.size(); i++) {
      if ("accepted".equals(answers.get(i).status())) {
        answers.set(i, new Answer("accepted", next++, List.of()));
      }
    }
    return answers;
  }

  private Answer take(NativeRecord event, List<JournalEntry> entries) {
    JsonNode body;
    try {
      body = json.readTree(event.json());
    } catch (IOException e) {
      return rejected(List.of(new Fault("json", "", texts.text("not-json"))));
    }
    List<Fault> faults = faults(body, event);
    if (!faults.isEmpty()) {
      return rejected(faults);
    }
    String division =
        enterprises.find(body.path("enterprise").asText()).map(Enterprise::division).orElse("");
    if (HEARTBEAT.equals(body.path("kind").asText())) {
      heartbeats.add(beat(body, division));
      return new Answer("noted", 0, List.of());
    }
    ObjectNode document = body.deepCopy();
    document.put("division", division);
    entries.add(entry(document, event.source(), body));
    return new Answer("accepted", 0, List.of());
  }

  private List<Fault> faults(JsonNode body, NativeRecord event) {
    List<Fault> faults = schema.faults(body);
    if (!faults.isEmpty()) {
      return faults;
    }
    for (String member : List.of("time", "clock")) {
      try {
        time(body, member);
      } catch (DateTimeException e) {
        // The schema cannot know that 2026-02-30 is no day.
        return List.of(new Fault("value", "/" + member, texts.text("bad-time", member)));
      }
    }
    String owner = body.path("enterprise").asText();
    return switch (Scopes.of(enterprises, owner, event.enterprise(), event.division())) {
      case OWN -> barrier(body);
      case FOREIGN -> List.of(new Fault("scope", "/enterprise", texts.text("scope", owner)));
      case UNKNOWN ->
          List.of(
              new Fault(
                  "unknown-enterprise", "/enterprise", texts.text("unknown-enterprise", owner)));
    };
  }

  /**
   * A sign of life of a barrier that nobody registered would make a gate out of a slip of the pen.
   * A raise by hand is taken all the same: it is what the alarms are for.
   */
  private List<Fault> barrier(JsonNode body) {
    String owner = body.path("enterprise").asText();
    String barrier = body.path("barrier").asText();
    if (RAISED.equals(body.path("kind").asText()) || !unknownBarrier.test(owner, barrier)) {
      return List.of();
    }
    return List.of(
        new Fault("unknown-barrier", "/barrier", texts.text("unknown-barrier", owner, barrier)));
  }

  private Beat beat(JsonNode body, String division) {
    Instant now = now();
    OffsetDateTime clockTime = time(body, "clock");
    OffsetDateTime own = clockTime == null ? time(body, "time") : clockTime;
    boolean counts = body.hasNonNull("passagesToday");
    List<String> faults = null;
    if (body.path("faults").isArray()) {
      faults = new ArrayList<>();
      for (JsonNode fault : body.path("faults")) {
        faults.add(fault.asText());
      }
    }
    return new Beat(
        body.path("enterprise").asText(),
        division,
        body.path("barrier").asText(),
        now,
        clockTime == null ? null : Duration.between(now, clockTime.toInstant()).toMillis(),
        counts ? body.path("passagesToday").asLong() : null,
        counts ? own.toLocalDate().toString() : null,
        faults);
  }

  private static OffsetDateTime time(JsonNode body, String name) {
    return body.hasNonNull(name) ? OffsetDateTime.parse(body.path(name).asText()) : null;
  }

  private JournalEntry entry(ObjectNode document, String source, JsonNode raw) {
    try {
      byte[] bytes = json.writeValueAsBytes(document);
      byte[] sent = raw == document ? new byte[0] : raw.toString().getBytes(StandardCharsets.UTF_8);
      return new JournalEntry(JournalEntry.Kind.GATE_EVENT, now(), source, sent, bytes);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("what was read can be written", e);
    }
  }

  private long append(List<JournalEntry> entries) {
    if (entries.isEmpty()) {
      return 0;
    }
    Journal.Appended appended = journal.append(entries);
    Syncs.await(appended.synced());
    return appended.first();
  }

  private static Answer rejected(List<Fault> faults) {
    return new Answer("rejected", 0, faults);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
