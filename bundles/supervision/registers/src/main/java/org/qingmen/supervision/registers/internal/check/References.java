package org.qingmen.supervision.registers.internal.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.qingmen.spi.refusal.Refusal.Fault;
import org.qingmen.store.Registry;
import org.qingmen.supervision.registers.RegisterKind;
import org.qingmen.supervision.registers.internal.Json;
import org.qingmen.supervision.registers.internal.Texts;

/** What an entry names beside itself: its entrance, its barrier, its files. */
public final class References {

  private static final Map<String, String> NAMED =
      Map.of("entrance", "entrance", "barrier", "barrier");

  private final Registry registry;

  public References(Registry registry) {
    this.registry = registry;
  }

  /** Warnings about what is named and not there. */
  public List<Fault> of(RegisterKind kind, String enterprise, ObjectNode entry) {
    List<Fault> warnings = new ArrayList<>();
    NAMED.forEach(
        (member, named) -> {
          String number = Json.text(entry, member);
          boolean own = kind.kind().equals(named);
          if (number != null && !own && absent(named, enterprise + "/" + number)) {
            warnings.add(Texts.fault("unknown-" + member, "/" + member, number));
          }
        });
    for (int i = 0; i < entry.path("files").size(); i++) {
      String id = entry.path("files").get(i).asText();
      boolean there =
          registry.get("file", id).filter(f -> f.enterprise().equals(enterprise)).isPresent();
      if (!there) {
        warnings.add(Texts.fault("unknown-file", "/files/" + i, id));
      }
    }
    return warnings;
  }

  private boolean absent(String kind, String id) {
    return registry.get(kind, id).isEmpty();
  }
}
