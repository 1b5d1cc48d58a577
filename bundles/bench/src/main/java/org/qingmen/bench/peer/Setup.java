package org.qingmen.bench.peer;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.qingmen.model.EmissionStage;
import org.qingmen.spi.facts.Control;
import org.qingmen.spi.facts.Enterprise;

/** Enterprises, keys and the policy in force; all in memory, as in the product. */
final class Setup {

  private final Map<String, Enterprise> enterprises = new HashMap<>();
  private final Map<String, Key> keys = new HashMap<>();
  private final List<Control> controls = new ArrayList<>();

  /** A device's key. */
  record Key(String id, byte[] secret, String enterprise) {}

  private Setup() {}

  /** Reads the file that the bench wrote when it registered the same in the product. */
  static Setup read(Path file) throws IOException {
    JsonNode json = new ObjectMapper().readTree(file.toFile());
    Setup setup = new Setup();
    json.path("enterprises").forEach(setup::enterprise);
    json.path("keys").forEach(setup::key);
    json.path("policies").forEach(setup::control);
    return setup;
  }

  Optional<Enterprise> enterprise(String id) {
    return Optional.ofNullable(enterprises.get(id));
  }

  Optional<Key> key(String id) {
    return Optional.ofNullable(keys.get(id));
  }

  /** What is in force; the policies of the bench concern every enterprise. */
  List<Control> controls() {
    return controls;
  }

  private void enterprise(JsonNode json) {
    List<String> industries = new ArrayList<>();
    json.path("industries").forEach(each -> industries.add(each.path("code").asText()));
    String id = json.path("id").asText();
    enterprises.put(
        id,
        new Enterprise(
            id,
            json.path("name").asText(),
            json.path("division").asText(),
            industries,
            json.path("declaredGrade").asText(null)));
  }

  private void key(JsonNode json) {
    String id = json.path("keyId").asText();
    byte[] secret = Base64.getDecoder().decode(json.path("secret").asText());
    keys.put(id, new Key(id, secret, json.path("enterprise").asText()));
  }

  private void control(JsonNode json) {
    JsonNode stages = json.at("/control/minimumStage");
    controls.add(
        new Control(
            json.path("id").asText(),
            json.path("title").asText(),
            json.path("alert").asText(null),
            json.at("/control/stopRoadTransport").asBoolean(false),
            rank(stages.path("diesel")),
            rank(stages.path("gas")),
            rank(stages.path("gasoline")),
            json.at("/control/vehicleClasses").asText("heavy"),
            List.of(),
            List.of(),
            json.at("/control/unknownStage").asText("deny")));
  }

  private static int rank(JsonNode stage) {
    return stage.isTextual()
        ? org.qingmen.model.Coded.of(EmissionStage.class, stage.textValue()).orElseThrow().rank()
        : -1;
  }
}
