package org.qingmen.engine;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.qingmen.engine.internal.json.Hashes;
import org.qingmen.engine.internal.json.PassageReader;
import org.qingmen.engine.internal.json.PassageWriter;
import org.qingmen.model.GatePassage;

/**
 * The native record as JSON: one canonical form, so that the same record has the same hash wherever
 * it is computed. Reads what passed {@code passage.schema.json}; codes that are in no table become
 * unknown, a missing direction or plate colour is refused.
 */
public final class NativePassages {

  private static final ObjectMapper JSON = new ObjectMapper();

  private NativePassages() {}

  /** Canonical UTF-8 JSON: keys sorted, no white space, null members left out but the plate's. */
  public static byte[] canonical(GatePassage passage) {
    return PassageWriter.canonical(passage);
  }

  /** Lower-case hex SHA-256 of {@link #canonical}; the content hash of the decision document. */
  public static String contentHash(GatePassage passage) {
    return Hashes.sha256(canonical(passage));
  }

  /**
   * Reads a native record.
   *
   * @throws IllegalArgumentException when it is no JSON or a value is not acceptable
   * @throws java.time.DateTimeException when a time or date is none
   */
  public static GatePassage read(byte[] json) {
    try {
      return read(JSON.readTree(json));
    } catch (IOException e) {
      throw new IllegalArgumentException("no JSON: " + e.getMessage(), e);
    }
  }

  /**
   * Reads a native record that was parsed already.
   *
   * @throws IllegalArgumentException when a value is not acceptable
   * @throws java.time.DateTimeException when a time or date is none
   */
  public static GatePassage read(JsonNode json) {
    return PassageReader.read(json);
  }
}
