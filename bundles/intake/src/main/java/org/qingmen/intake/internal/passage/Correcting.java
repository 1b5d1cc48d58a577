package org.qingmen.intake.internal.passage;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import org.qingmen.engine.Decider;
import org.qingmen.engine.Decision;
import org.qingmen.engine.NativePassages;
import org.qingmen.engine.StoredFacts;
import org.qingmen.intake.SchemaCheck;
import org.qingmen.intake.internal.CaughtUp;
import org.qingmen.intake.internal.MergePatch;
import org.qingmen.intake.internal.Syncs;
import org.qingmen.model.GatePassage;
import org.qingmen.model.Text;
import org.qingmen.spi.facts.Correction;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.facts.PassageFacts;
import org.qingmen.spi.facts.Traffic;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.intake.PassageAnswer.Fault;
import org.qingmen.spi.intake.PassageAnswer.Finding;
import org.qingmen.spi.intake.PassageCorrections;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.journal.JournalEntry;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.spi.refusal.RefusalTexts;
import org.qingmen.store.PassageChains;
import org.qingmen.store.PassageChains.Link;
import org.qingmen.store.Projection;

/**
 * Corrects records, one at a time: each correction must see the one before it in the database, so
 * that a chain never branches.
 */
final class Correcting implements PassageCorrections {

  /** Finding of a record whose time lies in the future, by more than clocks may differ. */
  private static final String AHEAD = "clock-skew";

  private final Journal journal;
  private final CaughtUp caughtUp;
  private final PassageChains chains;
  private final Decider decider;
  private final Enterprises enterprises;
  private final FactGathering facts;
  private final SeenBefore seenBefore;
  private final RecentTraffic traffic;
  private final Duplicates duplicates;
  private final ObjectMapper json = new ObjectMapper();
  private final SchemaCheck schema = SchemaCheck.of("passage");
  private final RefusalTexts texts = RefusalTexts.beside(Correcting.class);

  /** A record as it would be corrected. */
  private record Draft(
      Link standing, String root, ObjectNode patch, StoredFacts stored, GatePassage corrected) {

    boolean unchanged() {
      GatePassage before = stored.facts().passage().record();
      return NativePassages.contentHash(before)
          .equals(NativePassages.contentHash(Serials.of(corrected, before.serial())));
    }
  }

  Correcting(
      Journal journal,
      Projection projection,
      PassageChains chains,
      Decider decider,
      Enterprises enterprises,
      FactGathering facts,
      SeenBefore seenBefore,
      RecentTraffic traffic,
      Duplicates duplicates) {
    this.journal = journal;
    caughtUp = new CaughtUp(journal, projection);
    this.chains = chains;
    this.decider = decider;
    this.enterprises = enterprises;
    this.facts = facts;
    this.seenBefore = seenBefore;
    this.traffic = traffic;
    this.duplicates = duplicates;
  }

  @Override
  public void check(String receipt, String patch) {
    decide(draft(receipt, patch), new Request(receipt, patch, "", "", "", null));
  }

  @Override
  public synchronized Applied apply(Request request) {
    caughtUp.await(request.receipt());
    Draft draft = draft(request.receipt(), request.patch());
    if (draft.unchanged()) {
      return new Applied(draft.standing().receipt(), draft.standing().position(), false);
    }
    Decision decision = decide(draft, request);
    JournalEntry entry =
        new JournalEntry(
            JournalEntry.Kind.PASSAGE,
            Instant.now(),
            request.accepted(),
            request.patch().getBytes(StandardCharsets.UTF_8),
            decision.document());
    Journal.Appended appended = journal.append(List.of(entry));
    Syncs.await(appended.synced());
    String receipt = draft.corrected().receipt().value();
    duplicates.recall(receipt, decision.contentHash(), appended.first());
    traffic.note(draft.corrected());
    return new Applied(receipt, appended.first(), true);
  }

  private Decision decide(Draft draft, Request request) {
    PassageFacts stored = draft.stored().facts();
    GatePassage corrected = draft.corrected();
    Enterprise owner = enterprises.find(corrected.enterprise()).orElse(stored.enterprise());
    Traffic before = seenBefore.of(stored, corrected);
    Integer admitted = stored.traffic() == null ? null : stored.traffic().heavyAdmittedToday();
    PassageFacts fresh =
        facts.gather(
            corrected,
            owner,
            stored.passage().received(),
            admitted == null ? before : before.counting(admitted));
    PassageFacts all =
        new PassageFacts(
            fresh.passage(),
            fresh.enterprise(),
            fresh.listed(),
            fresh.controls(),
            fresh.known(),
            fresh.traffic(),
            new Correction(
                draft.standing().receipt(),
                request.reason(),
                request.by(),
                request.accepted(),
                request.suspicion()));
    List<Finding> noted =
        draft.stored().noted().stream()
            .filter(finding -> draft.patch().at(pointer(finding)).isMissingNode())
            .toList();
    Decision decision = decider.decide(all, Decider.Occasion.PASSAGE, noted);
    requirePast(draft, decision);
    return decision;
  }

  /** A gate's clock may be wrong; whoever corrects a record knows that it has not yet happened. */
  private void requirePast(Draft draft, Decision decision) {
    boolean future = decision.findings().stream().anyMatch(f -> AHEAD.equals(f.code()));
    if (future && draft.patch().has("time")) {
      String time = draft.patch().path("time").asText();
      throw unfit("correction-future", "/patch/time", time, time);
    }
  }

  /**
   * What a device sends is kept whatever it is; a person knows the table and can choose from it.
   */
  private void requireKnownCodes(ObjectNode patch) {
    for (PassageReading.Unmapped code : PassageReading.unmapped(patch)) {
      List<String> known = PassageReading.known(code.field());
      throw unfit(
          "correction-code", "/patch" + code.field(), code.value(), String.join(", ", known));
    }
  }

  private Refusal unfit(String code, String pointer, Object... values) {
    Text message = texts.text(code, values);
    return texts
        .refusal(Refusal.Kind.INVALID, "correction-unfit", pointer)
        .withFaults(List.of(new Refusal.Fault(code, pointer, message)));
  }

  private static String pointer(Finding finding) {
    return finding.field() == null ? "" : finding.field();
  }

  private Draft draft(String receipt, String patch) {
    List<Link> chain = chains.chain(receipt);
    Link standing =
        chain.stream()
            .filter(Link::standing)
            .reduce((earlier, later) -> later)
            .orElseThrow(
                () -> texts.refusal(Refusal.Kind.NOT_FOUND, "correction-of-nothing", receipt));
    String root = chain.get(0).receipt();
    try {
      JsonNode document =
          json.readTree(journal.find(standing.position()).orElseThrow().entry().document());
      ObjectNode change = (ObjectNode) json.readTree(patch);
      requireKnownCodes(change);
      ObjectNode record = document.at("/facts/passage").deepCopy();
      MergePatch.apply(record, change);
      record.put("serial", "C" + chain.size() + "-" + root);
      return new Draft(standing, root, change, StoredFacts.of(document), read(record));
    } catch (JsonProcessingException | ClassCastException e) {
      throw texts.refusal(Refusal.Kind.INVALID, "correction-unfit", e.getMessage());
    } catch (IOException e) {
      throw new IllegalStateException("journal entry " + standing.position() + " is damaged", e);
    }
  }

  private GatePassage read(ObjectNode record) {
    List<Fault> faults = schema.faults(record);
    if (!faults.isEmpty()) {
      throw texts
          .refusal(Refusal.Kind.INVALID, "correction-unfit", "passage.schema.json")
          .withFaults(
              faults.stream()
                  .map(fault -> new Refusal.Fault(fault.code(), fault.pointer(), fault.message()))
                  .toList());
    }
    try {
      return NativePassages.read(record);
    } catch (IllegalArgumentException | DateTimeException e) {
      throw texts.refusal(Refusal.Kind.INVALID, "correction-unfit", e.getMessage());
    }
  }
}
