package org.qingmen.supervision.stages.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.qingmen.model.Coded;
import org.qingmen.model.EmissionStage;
import org.qingmen.store.Document;
import org.qingmen.store.StoredJson;

/**
 * One entry of the local catalogue.
 *
 * @param kind what the key is
 * @param key model, disclosure number or VIN, upper case
 * @param stage stage it says
 * @param date day of the approval, disclosure or answer
 * @param engine engine number that must agree when both sides know one; may be null
 * @param source where it was read; never null
 */
record CatalogueEntry(
    Kind kind, String key, EmissionStage stage, LocalDate date, String engine, String source) {

  /** Kinds of entries. */
  enum Kind implements Coded {
    /** Type approval of a model. */
    MODEL("model"),
    /** Disclosure number. */
    DISCLOSURE("disclosure"),
    /** Answer of a national query platform about a VIN. */
    QUERY("query"),
    /** Vehicle emission list (随车清单) of a VIN. */
    LIST("list");

    private final String code;

    Kind(String code) {
      this.code = code;
    }

    @Override
    public String code() {
      return code;
    }
  }

  /** Kind of the registry documents. */
  static final String DOCUMENTS = "stage-catalogue";

  /** Id of the document that holds all entries of a key. */
  String id() {
    return id(kind, key);
  }

  static String id(Kind kind, String key) {
    return kind.code() + ":" + key;
  }

  /** Entries of a document. */
  static List<CatalogueEntry> read(Document document) {
    JsonNode body = StoredJson.body(document);
    Kind kind = Coded.of(Kind.class, body.path("kind").asText()).orElseThrow();
    List<CatalogueEntry> entries = new ArrayList<>();
    for (JsonNode entry : body.path("entries")) {
      entries.add(
          new CatalogueEntry(
              kind,
              body.path("key").asText(),
              Coded.of(EmissionStage.class, entry.path("stage").asText()).orElseThrow(),
              LocalDate.parse(entry.path("date").asText()),
              StoredJson.text(entry, "engine"),
              entry.path("source").asText()));
    }
    return List.copyOf(entries);
  }

  /** Body of the document of a key. */
  static String body(List<CatalogueEntry> entries) {
    ObjectNode body = StoredJson.object();
    body.put("kind", entries.get(0).kind().code()).put("key", entries.get(0).key());
    ArrayNode list = body.putArray("entries");
    for (CatalogueEntry entry : entries) {
      ObjectNode one = list.addObject();
      one.put("stage", entry.stage().code()).put("date", entry.date().toString());
      one.put("source", entry.source());
      if (entry.engine() != null) {
        one.put("engine", entry.engine());
      }
    }
    return body.toString();
  }
}
