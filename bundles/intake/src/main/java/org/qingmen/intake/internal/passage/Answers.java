package org.qingmen.intake.internal.passage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.CompletionException;
import org.qingmen.intake.DecisionIds;
import org.qingmen.model.Coded;
import org.qingmen.model.Severity;
import org.qingmen.model.Text;
import org.qingmen.model.Verdict;
import org.qingmen.spi.intake.PassageAnswer;
import org.qingmen.spi.intake.PassageAnswer.Fault;
import org.qingmen.spi.intake.PassageAnswer.Finding;
import org.qingmen.spi.intake.PassageAnswer.Reason;
import org.qingmen.spi.intake.PassageAnswer.Status;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.journal.JournalUnavailableException;
import org.qingmen.spi.refusal.RefusalTexts;

/** Words what became of a record. */
final class Answers {

  private final RefusalTexts texts;
  private final ObjectMapper json = new ObjectMapper();

  Answers(RefusalTexts texts) {
    this.texts = texts;
  }

  PassageAnswer to(Candidate candidate, Journal journal) {
    if (candidate.read.refused()) {
      return rejected(candidate, candidate.read.faults());
    }
    if (candidate.fault != null) {
      return rejected(candidate, List.of(candidate.fault));
    }
    return candidate.earlier != null ? duplicate(candidate, journal) : accepted(candidate);
  }

  private static PassageAnswer accepted(Candidate candidate) {
    return new PassageAnswer(
        candidate.read.serial(),
        Status.ACCEPTED,
        candidate.receipt(),
        candidate.position,
        DecisionIds.of(candidate.position),
        candidate.decision.verdict(),
        candidate.decision.reasons(),
        candidate.decision.findings(),
        List.of());
  }

  private static PassageAnswer rejected(Candidate candidate, List<Fault> faults) {
    return new PassageAnswer(
        candidate.read.serial(),
        Status.REJECTED,
        null,
        0,
        null,
        null,
        List.of(),
        List.of(),
        faults);
  }

  /** A duplicate is answered like the first time, from what was stored then. */
  private PassageAnswer duplicate(Candidate candidate, Journal journal) {
    long position = positionOf(candidate.earlier);
    List<Fault> errors =
        candidate.earlier.sameContent(candidate.canonical.hash())
            ? List.of()
            : List.of(
                new Fault("conflict", "/serial", texts.text("conflict", candidate.receipt())));
    JsonNode stored = stored(journal, position);
    return new PassageAnswer(
        candidate.read.serial(),
        Status.DUPLICATE,
        candidate.receipt(),
        position,
        DecisionIds.of(position),
        Coded.of(Verdict.class, stored.path("verdict").asText()).orElse(null),
        list(stored.path("reasons"), Answers::reason),
        list(stored.path("findings"), Answers::finding),
        errors);
  }

  private static long positionOf(Duplicates.Claim claim) {
    try {
      return claim.position().join();
    } catch (CompletionException e) {
      // The request that claimed the record failed; this one must be sent again, too.
      throw new JournalUnavailableException("the first attempt was not synced", 1, e);
    }
  }

  private JsonNode stored(Journal journal, long position) {
    byte[] document =
        journal.find(position).map(found -> found.entry().document()).orElse(new byte[] {'{', '}'});
    try {
      return json.readTree(document);
    } catch (IOException e) {
      throw new IllegalStateException("journal entry " + position + " is damaged", e);
    }
  }

  private static <T> List<T> list(JsonNode array, java.util.function.Function<JsonNode, T> each) {
    List<T> list = new java.util.ArrayList<>();
    array.forEach(node -> list.add(each.apply(node)));
    return list;
  }

  private static Reason reason(JsonNode node) {
    return new Reason(
        node.path("code").asText(),
        node.path("clause").asText(),
        text(node),
        node.path("rule").asText());
  }

  private static Finding finding(JsonNode node) {
    return new Finding(
        node.path("code").asText(),
        Coded.of(Severity.class, node.path("severity").asText()).orElse(Severity.INFO),
        node.path("field").asText(),
        text(node));
  }

  private static Text text(JsonNode node) {
    return new Text(node.path("zh").asText("-"), node.path("en").asText("-"));
  }
}
