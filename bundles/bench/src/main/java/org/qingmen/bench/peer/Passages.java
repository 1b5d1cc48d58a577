package org.qingmen.bench.peer;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.qingmen.engine.Decision;
import org.qingmen.engine.NativePassages;
import org.qingmen.intake.DecisionIds;
import org.qingmen.intake.SchemaCheck;
import org.qingmen.model.GatePassage;
import org.qingmen.model.Text;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.facts.Passage;
import org.qingmen.spi.facts.PassageFacts;
import org.qingmen.spi.facts.Traffic;
import org.qingmen.spi.intake.PassageAnswer;
import org.qingmen.spi.intake.PassageAnswer.Fault;
import org.qingmen.spi.intake.PassageAnswer.Status;

/** The way of a record: schema, scope, decision, one transaction, answer. */
final class Passages {

  private static final int STRIPES = 1024;
  private static final Fault CONFLICT =
      new Fault(
          "conflict",
          "/serial",
          new Text("同一流水号内容不同，以先到者为准", "other content under this serial; the first stands"));

  private final SchemaCheck schema = SchemaCheck.of("passage");
  private final Setup setup;
  private final Rules rules;
  private final Store store;
  private final Traces traces;
  private final Object[] stripes = new Object[STRIPES];

  Passages(Setup setup, Rules rules, Store store, Traces traces) {
    this.setup = setup;
    this.rules = rules;
    this.store = store;
    this.traces = traces;
    for (int i = 0; i < STRIPES; i++) {
      stripes[i] = new Object();
    }
  }

  /**
   * Takes one record.
   *
   * @param usesNonce whether this record's transaction uses up the nonce of the request
   */
  PassageAnswer take(byte[] raw, JsonNode json, SignatureFilter.Caller caller, boolean usesNonce)
      throws SQLException {
    List<Fault> faults = schema.faults(json);
    String serial = json.path("serial").textValue();
    if (!faults.isEmpty()) {
      return rejected(serial, faults);
    }
    GatePassage passage = NativePassages.read(json);
    Optional<Enterprise> enterprise =
        setup
            .enterprise(passage.enterprise())
            .filter(found -> found.id().equals(caller.key().enterprise()));
    if (enterprise.isEmpty()) {
      Text text = new Text("不属于该企业", "not this device's enterprise");
      return rejected(serial, List.of(new Fault("scope", "/enterprise", text)));
    }
    // Entries and exits of one vehicle must not overtake each other between decision and commit.
    synchronized (stripes[Math.floorMod(passage.plate().hashCode(), STRIPES)]) {
      return decided(raw, passage, enterprise.get(), usesNonce ? caller : null);
    }
  }

  private PassageAnswer decided(
      byte[] raw, GatePassage passage, Enterprise enterprise, SignatureFilter.Caller nonce)
      throws SQLException {
    Instant received = Instant.now();
    Traces.Trace trace = traces.of(passage);
    Decision decision = rules.decide(facts(passage, enterprise, trace, received));
    Taken taken =
        new Taken(store.nextPosition(), passage, enterprise, decision, received, raw, nonce);
    Optional<Store.Known> known = store.insert(taken, trace);
    if (known.isPresent()) {
      return duplicate(taken, known.get());
    }
    traces.note(passage, trace);
    return accepted(taken);
  }

  private PassageFacts facts(
      GatePassage passage, Enterprise enterprise, Traces.Trace trace, Instant received) {
    return new PassageFacts(
        new Passage(passage, received),
        enterprise,
        List.of(),
        setup.controls(),
        null,
        new Traffic(trace.enteredWithinWindow(passage), traces.otherPlate(passage), null, null));
  }

  private static PassageAnswer accepted(Taken taken) {
    Decision decision = taken.decision();
    return new PassageAnswer(
        taken.passage().serial(),
        Status.ACCEPTED,
        taken.passage().receipt().value(),
        taken.position(),
        DecisionIds.of(taken.position()),
        decision.verdict(),
        decision.reasons(),
        decision.findings(),
        List.of());
  }

  private static PassageAnswer duplicate(Taken taken, Store.Known known) {
    return new PassageAnswer(
        taken.passage().serial(),
        Status.DUPLICATE,
        taken.passage().receipt().value(),
        known.position(),
        DecisionIds.of(known.position()),
        known.verdict(),
        List.of(),
        List.of(),
        known.sameContent(taken) ? List.of() : List.of(CONFLICT));
  }

  private static PassageAnswer rejected(String serial, List<Fault> faults) {
    return new PassageAnswer(
        serial, Status.REJECTED, null, 0, null, null, List.of(), List.of(), faults);
  }
}
