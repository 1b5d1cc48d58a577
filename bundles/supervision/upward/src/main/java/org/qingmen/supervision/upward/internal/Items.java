package org.qingmen.supervision.upward.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.qingmen.spi.journal.Journal.Positioned;
import org.qingmen.spi.journal.JournalEntry;
import org.qingmen.spi.report.Report;
import org.qingmen.store.Outbox.Item;
import org.qingmen.store.Outbox.Kind;

/** Entries of the journal as items of the outbox, and as reports. */
final class Items {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Items() {}

  /** The item of an entry; empty when it is nothing that is reported. */
  static Optional<Item> of(Positioned entry) {
    JournalEntry.Kind kind = entry.entry().kind();
    if (kind == JournalEntry.Kind.PASSAGE) {
      JsonNode record = read(entry.entry().document()).at("/facts/passage");
      return Optional.of(
          new Item(
              entry.position(), Kind.PASSAGE, record.path("enterprise").asText(), day(record)));
    }
    if (kind == JournalEntry.Kind.LEDGER) {
      JsonNode row = read(entry.entry().document());
      return Optional.of(
          new Item(entry.position(), Kind.LEDGER, row.path("enterprise").asText(), day(row)));
    }
    return Optional.empty();
  }

  /** What is sent of an entry. */
  static Report report(JournalEntry entry) {
    if (entry.kind() == JournalEntry.Kind.PASSAGE) {
      ObjectNode record = passage(entry);
      // A gate check is known only to the platform that answered it.
      record.remove("check");
      return new Report(
          Report.Kind.PASSAGE, null, record.path("enterprise").asText(), bytes(record));
    }
    ObjectNode row = (ObjectNode) read(entry.document());
    String ledger = row.path("ledger").asText();
    if (row.path("corrects").isObject()) {
      return new Report(
          Report.Kind.LEDGER,
          "corrections",
          row.path("enterprise").asText(),
          bytes(LedgerCorrection.of(row, ledger)));
    }
    row.remove("ledger");
    return new Report(Report.Kind.LEDGER, ledger, row.path("enterprise").asText(), bytes(row));
  }

  /** The record as it was sent when the sender spoke native, else as it was understood. */
  private static ObjectNode passage(JournalEntry entry) {
    ObjectNode understood = (ObjectNode) read(entry.document()).at("/facts/passage");
    try {
      JsonNode raw = JSON.readTree(entry.raw());
      boolean speaksNative =
          raw instanceof ObjectNode
              && raw.path("serial").equals(understood.path("serial"))
              && raw.path("enterprise").equals(understood.path("enterprise"));
      return speaksNative ? (ObjectNode) raw : understood;
    } catch (IOException e) {
      return understood; // a camera's own words
    }
  }

  private static LocalDate day(JsonNode record) {
    return record.hasNonNull("time")
        ? OffsetDateTime.parse(record.path("time").asText()).toLocalDate()
        : LocalDate.parse(record.path("date").asText());
  }

  private static JsonNode read(byte[] json) {
    try {
      return JSON.readTree(json);
    } catch (IOException e) {
      throw new UncheckedIOException("a document of the journal is no JSON", e);
    }
  }

  private static byte[] bytes(JsonNode json) {
    try {
      return JSON.writeValueAsBytes(json);
    } catch (IOException e) {
      throw new UncheckedIOException("what was read can be written", e);
    }
  }
}
