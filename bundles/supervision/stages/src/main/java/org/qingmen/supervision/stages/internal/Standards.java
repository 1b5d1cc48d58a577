package org.qingmen.supervision.stages.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.qingmen.model.Text;
import org.qingmen.store.StoredJson;
import org.qingmen.supervision.stages.EmissionStages.Standard;

/** The standards catalogue: tables 1 and 2 of the source document. */
final class Standards {

  static final List<Standard> ALL = read();

  private Standards() {}

  private static List<Standard> read() {
    try (InputStream in = Standards.class.getResourceAsStream("standards.json")) {
      List<Standard> all = new ArrayList<>();
      for (JsonNode one : StoredJson.read(in.readAllBytes())) {
        Text title = new Text(one.get("zh").asText(), one.get("en").asText());
        all.add(new Standard(one.get("number").asText(), title, one.get("table").asInt()));
      }
      return List.copyOf(all);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
