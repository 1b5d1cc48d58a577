package org.qingmen.supervision.control.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;
import org.qingmen.engine.schema.FormCheck;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.spi.refusal.Refusal.Fault;

/** One of the shipped JSON Schemas, and the members that the server adds to what fits it. */
final class Schema {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  private final FormCheck form;
  private final Set<String> serverMembers;

  /**
   * @param name name of the schema, such as {@code policy}
   * @param serverMembers members that the server adds; ignored when they are sent back
   */
  Schema(String name, Set<String> serverMembers) {
    this.serverMembers = serverMembers;
    form = FormCheck.of(text("/schemas/" + name + ".schema.json"));
  }

  /**
   * Reads what was sent.
   *
   * @param code code of the refusal when it does not fit
   */
  ObjectNode read(String json, String code) {
    JsonNode node;
    try {
      node = JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw Texts.invalid(code, List.of(Texts.fault("not-json", "")));
    }
    if (node instanceof ObjectNode object) {
      object.remove(serverMembers);
    }
    List<Fault> faults = faults(node);
    if (!faults.isEmpty()) {
      throw Texts.invalid(code, faults);
    }
    return (ObjectNode) node;
  }

  /** What is wrong, at most twenty faults; empty when it fits. */
  List<Fault> faults(JsonNode node) {
    return form.faults(node);
  }

  private static String text(String resource) {
    try (InputStream in = Refusal.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + resource, e);
    }
  }
}
