package org.qingmen.intake.internal.ledger;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.intake.internal.Syncs;
import org.qingmen.model.ChinaTime;
import org.qingmen.spi.intake.TicketSink;
import org.qingmen.spi.journal.Journal;
import org.qingmen.spi.journal.JournalEntry;

/**
 * Makes weigh tickets of a scale's weighings. One weighing is one row; when the passage is known it
 * carries its plate and receipt, and the net mass when it is the second weighing of the visit.
 */
@Component
public final class ScaleTickets implements TicketSink {

  private final Journal journal;
  private final Weighbridge weighbridge;
  private final ObjectMapper json = new ObjectMapper();

  @Activate
  public ScaleTickets(@Reference Journal journal, @Reference Weighbridge weighbridge) {
    this.journal = journal;
    this.weighbridge = weighbridge;
  }

  @Override
  public void submit(Weighing weighing) {
    Optional<Weighbridge.Match> match =
        weighbridge.weighed(
            weighing.enterprise(), weighing.barrier(), weighing.time(), weighing.kilograms());
    ObjectNode row = row(weighing);
    match.ifPresent(found -> complete(row, weighing, found));
    JournalEntry entry =
        new JournalEntry(
            JournalEntry.Kind.LEDGER,
            Instant.now(),
            "device:" + weighing.device(),
            weighing.raw(),
            row.toString().getBytes(StandardCharsets.UTF_8));
    Syncs.await(journal.append(List.of(entry)).synced());
  }

  private ObjectNode row(Weighing weighing) {
    ObjectNode row = json.createObjectNode();
    row.put("ledger", "weigh-ticket");
    row.put("enterprise", weighing.enterprise());
    row.put("serial", serial(weighing));
    row.put("time", ChinaTime.text(weighing.time()));
    row.put("gross", weighing.kilograms());
    row.put("unit", "kg");
    row.put("sentUnit", weighing.unit());
    row.put("stable", true);
    row.put("stableBy", weighing.stableBy());
    row.put("device", weighing.device());
    if (weighing.barrier() != null) {
      row.put("barrier", weighing.barrier());
    }
    return row;
  }

  private static void complete(ObjectNode row, Weighing weighing, Weighbridge.Match match) {
    row.put("plate", match.plate());
    row.put("receipt", match.receipt());
    if (match.otherKilograms().isPresent()) {
      double other = match.otherKilograms().getAsDouble();
      row.put("gross", Math.max(weighing.kilograms(), other));
      row.put("tare", Math.min(weighing.kilograms(), other));
      row.put("net", Math.abs(weighing.kilograms() - other));
    }
  }

  private static String serial(Weighing weighing) {
    String serial = weighing.device() + "-" + weighing.time().toEpochMilli();
    return serial.length() <= 50 ? serial : serial.substring(serial.length() - 50);
  }
}
