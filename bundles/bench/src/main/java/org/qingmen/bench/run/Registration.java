package org.qingmen.bench.run;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.qingmen.bench.load.Fleet;
import org.qingmen.bench.load.Signer;
import org.qingmen.bench.server.Api;

/** Registers the fleet through the product's API, and notes the same for the peer. */
final class Registration {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final ObjectNode setup = JSON.createObjectNode();

  /** Registers enterprises, one signing device each, and the policy in force. */
  static Registration of(Fleet fleet, Api api) throws IOException {
    Registration registration = new Registration();
    ArrayNode enterprises = registration.setup.putArray("enterprises");
    ArrayNode keys = registration.setup.putArray("keys");
    for (Fleet.Site site : fleet.sites()) {
      ObjectNode enterprise = enterprise(site);
      api.put("/enterprises/" + site.id(), enterprise);
      enterprises.add(enterprise);
      keys.add(key(api, site));
    }
    ObjectNode policy = policy();
    api.post("/policies", policy);
    registration.setup.putArray("policies").add(policy);
    return registration;
  }

  /** The same, for the peer. */
  JsonNode setup() {
    return setup;
  }

  /** One signer per enterprise, in the order of the fleet. */
  List<Signer> signers(String run) {
    List<Signer> signers = new ArrayList<>();
    for (JsonNode key : setup.path("keys")) {
      signers.add(new Signer(key.path("keyId").asText(), key.path("secret").asText(), run));
    }
    return signers;
  }

  private static ObjectNode enterprise(Fleet.Site site) {
    ObjectNode enterprise = JSON.createObjectNode();
    enterprise.put("id", site.id()).put("name", site.name()).put("division", site.division());
    enterprise.putArray("industries").addObject().put("code", site.industry());
    return enterprise.put("declaredGrade", site.declaredGrade());
  }

  private static ObjectNode key(Api api, Fleet.Site site) throws IOException {
    ObjectNode device = JSON.createObjectNode();
    device.put("enterprise", site.id()).put("protocol", "native").put("maker", "bench");
    JsonNode made = api.post("/devices", device);
    ObjectNode key = JSON.createObjectNode().put("enterprise", site.id());
    return key.put("keyId", made.path("keyId").asText())
        .put("secret", made.path("secret").asText());
  }

  /** Diesel and gas of stage 5 and better may enter: some records are denied. */
  private static ObjectNode policy() {
    ObjectNode policy = JSON.createObjectNode();
    policy.put("id", "bench").put("title", "重型货车国五及以上").put("from", "2026-01-01T00:00:00+08:00");
    policy.putObject("target").putArray("divisions").add("130000");
    ObjectNode control = policy.putObject("control");
    control.putObject("minimumStage").put("diesel", "5").put("gas", "5");
    control.put("vehicleClasses", "heavy").put("unknownStage", "deny");
    return policy;
  }
}
