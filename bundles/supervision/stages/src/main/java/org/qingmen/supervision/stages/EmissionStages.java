package org.qingmen.supervision.stages;

import java.util.List;
import java.util.Optional;
import org.qingmen.model.Text;
import org.qingmen.spi.pack.Parameter;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.store.Document;

/**
 * Determines emission stages of road vehicles, in-plant vehicles and machines by the chain of
 * evidence (§6.7). What proves what is said by the rule packs of kind {@code stage}.
 */
public interface EmissionStages {

  /** Most questions of one list. */
  int MOST = 10_000;

  /**
   * Determines one stage; nothing is stored.
   *
   * @param division where the question comes from, six digits; null for the whole country
   * @throws Refusal {@code stage-rules-missing} when no pack of kind {@code stage} is in force
   */
  Determination determine(StageQuestion question, String division);

  /** The same for many, in their order. */
  List<Determination> determineAll(List<StageQuestion> questions, String division);

  /**
   * Determines a stage and keeps it with its basis and the day. The stage of a road vehicle becomes
   * what the register knows of it, so that gates decide by it, unless it is unknown.
   *
   * @param actor who does it
   * @throws Refusal {@code stage-without-number} when the question has no VIN and no code to keep
   *     it under
   */
  Determination keep(StageQuestion question, String division, String actor);

  /** What was kept last; its body holds stage, basis, suspicious, findings and document. */
  Optional<Document> kept(StageQuestion.Unit unit, String number);

  /** The standards of the source document, in its order. */
  List<Standard> standards();

  /**
   * A standard.
   *
   * @param number number, such as {@code GB 17691—2018}
   * @param title title; the English one is a translation of ours
   * @param table table of the source document: 1 heavy vehicles, 2 NRMM
   */
  record Standard(String number, Text title, int table) {}

  /** The parameters of the packs in force today: dated tables of standards among them. */
  List<Parameter> parameters(String division);
}
