package org.qingmen.intake.internal.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.intake.LedgerIntake;
import org.qingmen.intake.SchemaCheck;
import org.qingmen.intake.internal.CaughtUp;
import org.qingmen.intake.internal.Scopes;
import org.qingmen.intake.internal.Syncs;
import org.qingmen.intake.internal.ledger.LedgerDrafts.Draft;
import org.qingmen.model.ChinaTime;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.intake.PassageAnswer.Fault;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.journal.JournalEntry;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.spi.refusal.RefusalTexts;
import org.qingmen.store.LedgerStore;
import org.qingmen.store.Projection;

/** Rows of ledgers as entries of the journal; the store chains and sums them. */
@Component
public final class LedgerRows implements LedgerIntake {

  private static final Map<String, SchemaCheck> SCHEMAS =
      Map.of(
          "dedicated-line", SchemaCheck.of("dedicated-line"),
          "weigh-ticket", SchemaCheck.of("weigh-ticket"),
          "materials", SchemaCheck.of("materials"));

  private final Journal journal;
  private final Enterprises enterprises;
  private final Weighbridge weighbridge;
  private final LedgerStore store;
  private final CaughtUp caughtUp;
  private final FirstRows firstRows;
  private final SchemaCheck correction = SchemaCheck.of("ledger-correction");
  private final ObjectMapper json = new ObjectMapper();
  private final RefusalTexts texts = RefusalTexts.beside(LedgerRows.class);

  @Activate
  public LedgerRows(
      @Reference Journal journal,
      @Reference Enterprises enterprises,
      @Reference Weighbridge weighbridge,
      @Reference LedgerStore store,
      @Reference Projection projection) {
    caughtUp = new CaughtUp(journal, projection);
    this.store = store;
    firstRows = new FirstRows(store);
    this.journal = journal;
    this.enterprises = enterprises;
    this.weighbridge = weighbridge;
  }

  @Override
  public List<Answer> submit(
      String ledger, List<JsonNode> rows, String source, String enterprise, String division) {
    SchemaCheck schema = SCHEMAS.get(ledger);
    if (schema == null) {
      throw texts.refusal(Refusal.Kind.NOT_FOUND, "no-ledger", ledger);
    }
    FirstRows.Call call = firstRows.call();
    List<List<Fault>> faults = new ArrayList<>();
    for (JsonNode row : rows) {
      List<Fault> wrong = faults(schema, row, enterprise, division);
      faults.add(wrong.isEmpty() ? conflict(ledger, row, call) : wrong);
    }
    List<JournalEntry> entries = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      if (faults.get(i).isEmpty()) {
        entries.add(entry(ledger, rows.get(i), source));
      }
    }
    long first = append(entries);
    call.journaled();
    List<Answer> answers = new ArrayList<>();
    long next = first;
    for (int i = 0; i < rows.size(); i++) {
      boolean accepted = faults.get(i).isEmpty();
      answers.add(answer(rows.get(i), accepted ? next++ : 0, faults.get(i)));
      if (accepted && "weigh-ticket".equals(ledger)) {
        noteTicket(rows.get(i));
      }
    }
    return answers;
  }

  private List<Fault> conflict(String ledger, JsonNode row, FirstRows.Call call) {
    if (!"materials".equals(ledger) || !call.conflicts(row)) {
      return List.of();
    }
    String serial = FirstRows.serial(row);
    return List.of(new Fault("conflict", "", texts.text("fault.conflict", serial)));
  }

  /** One call at a time: each correction must see the one before it, so that none is lost. */
  @Override
  public synchronized List<Answer> correct(
      List<JsonNode> corrections, String source, String enterprise, String division) {
    caughtUp.await(corrections.isEmpty() ? "" : corrections.get(0).path("serial").asText());
    LedgerDrafts drafts = new LedgerDrafts(store, texts, source);
    List<Draft> made =
        corrections.stream().map(one -> draft(drafts, one, enterprise, division)).toList();
    List<JournalEntry> entries = new ArrayList<>();
    for (int i = 0; i < made.size(); i++) {
      if (made.get(i).isNew()) {
        entries.add(entry(corrections.get(i).path("ledger").asText(), made.get(i).row(), source));
      }
    }
    long next = append(entries);
    List<Answer> answers = new ArrayList<>();
    for (int i = 0; i < made.size(); i++) {
      Draft draft = made.get(i);
      answers.add(answer(corrections.get(i), draft.isNew() ? next++ : 0, draft.faults()));
    }
    return answers;
  }

  /** Whose row it is comes first: nobody learns which rows others have. */
  private Draft draft(LedgerDrafts drafts, JsonNode one, String enterprise, String division) {
    List<Fault> faults = correction.faults(one);
    if (faults.isEmpty()) {
      faults = scope(one, enterprise, division);
    }
    SchemaCheck schema = SCHEMAS.get(one.path("ledger").asText());
    return faults.isEmpty()
        ? drafts.next(one, row -> faults(schema, row, enterprise, division))
        : new Draft(null, faults);
  }

  private List<Fault> faults(SchemaCheck schema, JsonNode row, String enterprise, String division) {
    List<Fault> faults = schema.faults(row);
    if (!faults.isEmpty()) {
      return faults;
    }
    List<Fault> impossible = impossible(row);
    return impossible.isEmpty() ? scope(row, enterprise, division) : impossible;
  }

  private List<Fault> scope(JsonNode row, String enterprise, String division) {
    String owner = row.path("enterprise").asText();
    return switch (Scopes.of(enterprises, owner, enterprise, division)) {
      case OWN -> List.of();
      case FOREIGN -> List.of(new Fault("scope", "/enterprise", texts.text("scope", owner)));
      case UNKNOWN ->
          List.of(
              new Fault(
                  "unknown-enterprise", "/enterprise", texts.text("unknown-enterprise", owner)));
    };
  }

  /** The schema cannot know that 2026-02-30 is no day. */
  private List<Fault> impossible(JsonNode row) {
    List<Fault> faults = new ArrayList<>();
    check(faults, row, "time", OffsetDateTime::parse);
    check(faults, row, "date", LocalDate::parse);
    if (faults.isEmpty()) {
      notYet(faults, row, "date", LocalDate::parse);
      notYet(faults, row, "time", time -> ChinaTime.day(OffsetDateTime.parse(time).toInstant()));
    }
    return faults;
  }

  /** A ledger says what was; a day that has not begun holds nothing that could be written down. */
  private void notYet(
      List<Fault> faults, JsonNode row, String member, Function<String, LocalDate> day) {
    if (row.hasNonNull(member)) {
      String given = row.get(member).asText();
      if (day.apply(given).isAfter(ChinaTime.day(Instant.now()))) {
        faults.add(new Fault("future", "/" + member, texts.text("fault.future", given)));
      }
    }
  }

  private void check(List<Fault> faults, JsonNode row, String member, Consumer<String> parse) {
    if (!row.hasNonNull(member)) {
      return;
    }
    String given = row.get(member).asText();
    try {
      parse.accept(given);
    } catch (DateTimeException e) {
      faults.add(new Fault("value", "/" + member, texts.text("no-date", given)));
    }
  }

  private JournalEntry entry(String ledger, JsonNode row, String source) {
    ObjectNode document = row.deepCopy();
    document.put("ledger", ledger);
    try {
      return new JournalEntry(
          JournalEntry.Kind.LEDGER,
          Instant.now(),
          source,
          row.toString().getBytes(StandardCharsets.UTF_8),
          json.writeValueAsBytes(document));
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

  private void noteTicket(JsonNode row) {
    if (row.hasNonNull("plate") && row.hasNonNull("net")) {
      double net = row.get("net").asDouble();
      weighbridge.ticket(
          row.get("enterprise").asText(),
          row.get("plate").asText(),
          OffsetDateTime.parse(row.get("time").asText()).toInstant(),
          "kg".equals(row.path("unit").asText("t")) ? net / 1000 : net);
    }
  }

  private static Answer answer(JsonNode row, long position, List<Fault> faults) {
    boolean known = row.hasNonNull("serial") || row.hasNonNull("date");
    return new Answer(
        known ? FirstRows.serial(row) : null,
        faults.isEmpty() ? "accepted" : "rejected",
        position,
        faults);
  }
}
