package org.qingmen.camelhost.internal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.qingmen.model.Verdict;
import org.qingmen.spi.intake.NativeRecord;
import org.qingmen.spi.intake.PassageAnswer;
import org.qingmen.spi.intake.PassageSink;
import org.qingmen.spi.intake.Quarantine;
import org.qingmen.spi.journal.JournalUnavailableException;

/** A platform in memory that allows everything. */
final class Platform implements PassageSink, Quarantine {

  final List<NativeRecord> submitted = new CopyOnWriteArrayList<>();
  volatile boolean journalDown;

  @Override
  public List<PassageAnswer> submit(List<NativeRecord> records) {
    if (journalDown) {
      throw new JournalUnavailableException("disk full", 7, null);
    }
    submitted.addAll(records);
    return records.stream().map(Platform::allowed).toList();
  }

  private static PassageAnswer allowed(NativeRecord record) {
    String json = new String(record.json(), StandardCharsets.UTF_8);
    String serial = json.replaceAll(".*\"serial\"\\s*:\\s*\"([^\"]*)\".*", "$1");
    return new PassageAnswer(
        serial,
        PassageAnswer.Status.ACCEPTED,
        "R-" + serial,
        1,
        "D1",
        Verdict.ALLOW,
        List.of(),
        List.of(),
        List.of());
  }

  @Override
  public String keep(String source, String protocol, String reason, byte[] raw) {
    return "Q1";
  }
}
