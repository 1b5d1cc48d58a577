package org.qingmen.api.internal.records;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.qingmen.api.internal.door.TooManyException;

/** Cuts a body into the records it holds, byte for byte, so that each keeps its own raw form. */
public final class RecordSlicer {

  /** Most records of one request (contract). */
  static final int MOST = 1000;

  private static final JsonFactory FACTORY = new JsonFactory();

  private RecordSlicer() {}

  /** One record, or the elements of an array. */
  public static List<byte[]> json(byte[] body) throws IOException {
    try (JsonParser parser = FACTORY.createParser(body)) {
      if (parser.nextToken() != JsonToken.START_ARRAY) {
        parser.skipChildren();
        return List.of(body);
      }
      List<byte[]> records = new ArrayList<>();
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        int from = (int) parser.currentTokenLocation().getByteOffset();
        parser.skipChildren();
        // Scalars are read lazily; their end is known once they are finished.
        parser.finishToken();
        int to = (int) parser.currentLocation().getByteOffset();
        add(records, Arrays.copyOfRange(body, from, to));
      }
      return records;
    }
  }

  /** One record per line; empty lines are skipped. */
  public static List<byte[]> lines(byte[] body) {
    List<byte[]> records = new ArrayList<>();
    int from = 0;
    for (int at = 0; at <= body.length; at++) {
      if (at == body.length || body[at] == '\n') {
        int to = at > from && body[at - 1] == '\r' ? at - 1 : at;
        if (to > from) {
          add(records, Arrays.copyOfRange(body, from, to));
        }
        from = at + 1;
      }
    }
    return records;
  }

  private static void add(List<byte[]> records, byte[] record) {
    if (records.size() == MOST) {
      throw new TooManyException(MOST);
    }
    records.add(record);
  }
}
