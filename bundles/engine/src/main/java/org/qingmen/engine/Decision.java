package org.qingmen.engine;

import java.util.List;
import org.qingmen.model.Verdict;
import org.qingmen.spi.intake.PassageAnswer;

/**
 * What the rules say of a passage.
 *
 * @param verdict the strictest of what the rules said; allow when none spoke
 * @param reasons why, in the order of the packs and rules; empty for a plain allow
 * @param findings what verification found
 * @param document canonical decision document (UTF-8 JSON, {@code decision.schema.json}), to be
 *     stored as it is
 * @param contentHash lower-case hex SHA-256 of the canonical native record
 */
public record Decision(
    Verdict verdict,
    List<PassageAnswer.Reason> reasons,
    List<PassageAnswer.Finding> findings,
    byte[] document,
    String contentHash) {}
