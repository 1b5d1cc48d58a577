package org.qingmen.supervision.inspection.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.Enterprises;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.store.Document;
import org.qingmen.store.Page;
import org.qingmen.store.Registry;

class AcceptanceBookTest {

  @Test
  void anEnterpriseHasOneOpenAcceptanceAtATime() {
    Enterprise plant = new Enterprise("E1", "石川长垣水泥有限公司", "130203", List.of(), null);
    List<Document> known = List.of(stored("a-1", "accepted"), stored("a-2", "open"));
    AcceptanceBook book =
        new AcceptanceBook(
            World.fake(Registry.class, "list", a -> new Page<>(known, null)),
            null,
            World.fake(Enterprises.class, "find", a -> Optional.of(plant)),
            null,
            null,
            null,
            null,
            null,
            null,
            null,
            null);
    Refusal refusal = catchThrowableOfType(Refusal.class, () -> book.begin("E1", "user:it"));
    assertThat(refusal.kind()).isEqualTo(Refusal.Kind.CONFLICT);
    assertThat(refusal.code()).isEqualTo("acceptance-running");
  }

  private static Document stored(String id, String state) {
    String body = "{\"id\": \"%s\", \"state\": \"%s\"}".formatted(id, state);
    return new Document("acceptance", id, "E1", "130203", 1, body, "-", Instant.EPOCH, false);
  }
}
