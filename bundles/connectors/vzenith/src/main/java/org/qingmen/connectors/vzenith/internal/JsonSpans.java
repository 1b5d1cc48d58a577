package org.qingmen.connectors.vzenith.internal;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.qingmen.spi.device.Codec.Span;

/** Where each value of a JSON message stands, as far as it can be read. */
final class JsonSpans {

  private static final int LONGEST_SHOWN = 60;

  private JsonSpans() {}

  static List<Span> of(byte[] json) {
    List<Span> spans = new ArrayList<>();
    try (JsonParser parser = new JsonFactory().createParser(json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isScalarValue()) {
          int from = (int) parser.currentTokenLocation().getByteOffset();
          String text = parser.getText();
          int to = (int) parser.currentLocation().getByteOffset();
          String path = parser.getParsingContext().pathAsPointer().toString();
          spans.add(new Span(from, to - from, path, shortened(text)));
        }
      }
    } catch (JsonProcessingException e) {
      int at = (int) Math.max(0, e.getLocation().getByteOffset());
      spans.add(new Span(at, json.length - Math.min(at, json.length), "?", e.getOriginalMessage()));
    } catch (IOException e) {
      throw new UncheckedIOException("reading from memory", e);
    }
    return spans;
  }

  private static String shortened(String text) {
    return text.length() <= LONGEST_SHOWN
        ? text
        : text.substring(0, LONGEST_SHOWN) + "... (" + text.length() + ")";
  }
}
