package org.qingmen.intake.internal.passage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.engine.Decider;
import org.qingmen.engine.Decision;
import org.qingmen.engine.NativePassages;
import org.qingmen.intake.DecisionIds;
import org.qingmen.intake.GateChecks;
import org.qingmen.intake.SchemaCheck;
import org.qingmen.intake.internal.Scopes;
import org.qingmen.intake.internal.Syncs;
import org.qingmen.model.ChinaTime;
import org.qingmen.model.GatePassage;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.facts.Passage;
import org.qingmen.spi.facts.PassageFacts;
import org.qingmen.spi.facts.Traffic;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.intake.InForce;
import org.qingmen.spi.intake.KnownUnits;
import org.qingmen.spi.intake.PassageAnswer.Fault;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.journal.JournalEntry;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.spi.refusal.RefusalTexts;

/** Answers gate checks; each is kept like a passage, so that it can be proved and replayed. */
@Component
public final class GateCheckService implements GateChecks {

  private final Journal journal;
  private final Decider decider;
  private final Enterprises enterprises;
  private final InForce inForce;
  private final KnownUnits units;
  private final HeavyCount heavy;
  private final SchemaCheck schema = SchemaCheck.of("gate-check");
  private final RefusalTexts texts = RefusalTexts.beside(GateCheckService.class);

  @Activate
  public GateCheckService(
      @Reference Journal journal,
      @Reference Decider decider,
      @Reference Enterprises enterprises,
      @Reference InForce inForce,
      @Reference KnownUnits units,
      @Reference HeavyCount heavy) {
    this.journal = journal;
    this.decider = decider;
    this.enterprises = enterprises;
    this.inForce = inForce;
    this.units = units;
    this.heavy = heavy;
  }

  @Override
  public Answer check(
      JsonNode question, byte[] raw, String source, String enterprise, String division) {
    Instant received = Instant.now();
    GatePassage passage = passage(question, received);
    Enterprise owner = owner(passage.enterprise(), enterprise, division);
    Decision decision = decide(facts(passage, owner, received));
    JournalEntry entry =
        new JournalEntry(JournalEntry.Kind.GATE_CHECK, received, source, raw, decision.document());
    Journal.Appended appended = journal.append(List.of(entry));
    Syncs.await(appended.synced());
    return new Answer(
        appended.first(),
        DecisionIds.of(appended.first()),
        decision.verdict(),
        decision.reasons(),
        passage.plate().read() ? passage.plate().number() : texts.text("unread").in(Locale.CHINESE),
        texts.text("display." + decision.verdict().code()).in(Locale.CHINESE));
  }

  /** Two vehicles before two barriers must not both be given the last place under a cap. */
  private Decision decide(PassageFacts known) {
    if (!FactGathering.capped(known)) {
      return decider.decide(known, Decider.Occasion.GATE_CHECK, List.of());
    }
    synchronized (heavy.lock(known.enterprise().id())) {
      Decision decision =
          decider.decide(
              FactGathering.counted(known, heavy), Decider.Occasion.GATE_CHECK, List.of());
      heavy.checked(known.passage().record(), decision.verdict());
      return decision;
    }
  }

  private GatePassage passage(JsonNode question, Instant now) {
    List<Fault> faults = schema.faults(question);
    if (!faults.isEmpty()) {
      List<Refusal.Fault> named =
          faults.stream().map(f -> new Refusal.Fault(f.code(), f.pointer(), f.message())).toList();
      throw texts.refusal(Refusal.Kind.INVALID, "schema").withFaults(named);
    }
    ObjectNode record = question.deepCopy();
    record.put("serial", UUID.randomUUID().toString());
    if (!record.hasNonNull("time")) {
      record.put("time", ChinaTime.text(now));
    }
    try {
      return NativePassages.read(record);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw texts.refusal(Refusal.Kind.INVALID, "bad-value", e.getMessage());
    }
  }

  private Enterprise owner(String id, String bound, String division) {
    return switch (Scopes.of(enterprises, id, bound, division)) {
      case OWN -> enterprises.find(id).orElseThrow();
      case FOREIGN -> throw texts.refusal(Refusal.Kind.FORBIDDEN, "scope", id);
      case UNKNOWN -> throw texts.refusal(Refusal.Kind.INVALID, "unknown-enterprise", id);
    };
  }

  private PassageFacts facts(GatePassage passage, Enterprise owner, Instant received) {
    Instant time = passage.time().toInstant();
    String vin = passage.vehicle().vin() == null ? null : passage.vehicle().vin().value();
    return new PassageFacts(
        new Passage(passage, received),
        owner,
        inForce.listed(passage.plate(), vin, owner.division(), time),
        inForce.controls(owner, time),
        units.vehicle(vin, passage.plate().number()).orElse(null),
        new Traffic(true, null, null, null));
  }
}
