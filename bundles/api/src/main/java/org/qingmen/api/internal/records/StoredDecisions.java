package org.qingmen.api.internal.records;

import jakarta.ws.rs.container.ContainerRequestContext;
import org.qingmen.api.internal.door.Callers;
import org.qingmen.api.internal.door.Json;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.intake.DecisionIds;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.journal.JournalEntry;
import org.qingmen.spi.refusal.Refusal.Kind;

/** Decisions of the journal that a caller may see. */
public final class StoredDecisions {

  private final Journal journal;
  private final Enterprises enterprises;

  /** Decisions of this journal. */
  public StoredDecisions(Journal journal, Enterprises enterprises) {
    this.journal = journal;
    this.enterprises = enterprises;
  }

  /**
   * The entry that holds a decision; refused as not found when there is none, or none within the
   * caller's scope.
   */
  public JournalEntry entry(String id, ContainerRequestContext request) {
    JournalEntry entry =
        DecisionIds.position(id).stream()
            .mapToObj(journal::find)
            .flatMap(java.util.Optional::stream)
            .map(Journal.Positioned::entry)
            .filter(StoredDecisions::decided)
            .findFirst()
            .orElseThrow(() -> Problems.refusal(Kind.NOT_FOUND, "not-found", id));
    String enterprise = Json.stored(entry.document()).at("/facts/enterprise/id").asText();
    Callers.require(Callers.of(request), enterprises, enterprise, id);
    return entry;
  }

  private static boolean decided(JournalEntry entry) {
    return switch (entry.kind()) {
      case PASSAGE, GATE_CHECK, GRADE -> true;
      default -> false;
    };
  }
}
