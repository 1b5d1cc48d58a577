package org.qingmen.api.internal.supervision;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.qingmen.api.internal.door.Json;
import org.qingmen.supervision.control.Deliveries.Delivery;

/** A list at a gate as JSON. */
final class DeliveryJson {

  private DeliveryJson() {}

  static ObjectNode of(Delivery delivery) {
    ObjectNode json = Json.object();
    json.put("list", delivery.list().code()).put("gate", delivery.gate());
    json.put("enterprise", delivery.enterprise()).put("division", delivery.division());
    json.put("offered", delivery.offered()).put("offeredAt", text(delivery.offeredAt()));
    json.put("held", delivery.held() < 0 ? null : Long.valueOf(delivery.held()));
    json.put("heldAt", text(delivery.heldAt())).put("asked", text(delivery.asked()));
    json.put("current", delivery.behindSince() == null);
    json.put("behindSince", text(delivery.behindSince()));
    return json;
  }

  private static String text(Instant time) {
    return time == null ? null : time.toString();
  }
}
