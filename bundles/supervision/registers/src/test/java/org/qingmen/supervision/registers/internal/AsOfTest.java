package org.qingmen.supervision.registers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.qingmen.store.Document;
import org.qingmen.store.Draft;
import org.qingmen.store.StoredJson;
import org.qingmen.supervision.registers.RegisterKind;
import org.qingmen.supervision.registers.RegisterKinds;

/**
 * The past of the registers is what was entered: reads as of any time equal replaying the changes.
 */
class AsOfTest {

  private static final int CHANGES = 1500;
  private static final List<String> KINDS =
      List.of("machine", "in-plant-vehicle", "contract", "camera");

  /** One change as the oracle remembers it; a null number of tonnes is a deletion. */
  private record Change(Instant at, String kind, String enterprise, String number, Integer value) {

    String key() {
      return kind + "|" + enterprise + "|" + number;
    }
  }

  @Test
  void readsAsOfAnyTimeEqualReplayingTheChanges() {
    Random random = new Random(20261001);
    try (Bureau bureau = new Bureau(Bureau.ticking(Instant.parse("2026-01-01T00:00:00Z")))) {
      List<Change> changes = new ArrayList<>();
      while (changes.size() < CHANGES) {
        change(bureau, random, changes);
      }
      for (int i = 0; i < 300; i++) {
        Change some = changes.get(random.nextInt(CHANGES));
        // Exactly at a change, just before it, or some time after.
        Instant at = some.at().plusMillis(List.of(0, -1, 400, 90_000).get(random.nextInt(4)));
        compare(bureau, some, at, replayed(changes, at));
      }
    }
  }

  private static void change(Bureau bureau, Random random, List<Change> changes) {
    String kind = KINDS.get(random.nextInt(KINDS.size()));
    String enterprise = random.nextBoolean() ? Bureau.CEMENT : Bureau.STEEL;
    String number = "N" + random.nextInt(12);
    RegisterKind register = RegisterKinds.ofKind(kind);
    if (random.nextInt(5) == 0) {
      if (bureau.registers.delete(register, enterprise, number, Bureau.ZHANG)) {
        Instant at = bureau.registers.history(register, enterprise, number).get(0).at();
        changes.add(new Change(at, kind, enterprise, number, null));
      }
      return;
    }
    int value = random.nextInt(1000);
    String body = body(kind, value);
    Document stored;
    if (random.nextInt(4) == 0) {
      Draft draft = new Draft(kind, enterprise + "/" + number, enterprise, "130203", body);
      stored = bureau.registry.putAll(List.of(draft), Bureau.ZHANG).get(0);
    } else {
      stored = bureau.put(kind, enterprise, number, body);
    }
    changes.add(new Change(stored.at(), kind, enterprise, number, value));
  }

  private static String body(String kind, int value) {
    return switch (kind) {
      case "contract" ->
          "{\"kind\": \"sale\", \"party\": \"乙方\", \"note\": \"v%d\"}".formatted(value);
      case "camera" -> "{\"note\": \"v%d\"}".formatted(value);
      default -> "{\"stage\": \"5\", \"model\": \"v%d\"}".formatted(value);
    };
  }

  private static Map<String, Integer> replayed(List<Change> changes, Instant at) {
    Map<String, Integer> state = new TreeMap<>();
    for (Change change : changes) {
      if (!change.at().isAfter(at)) {
        if (change.value() == null) {
          state.remove(change.key());
        } else {
          state.put(change.key(), change.value());
        }
      }
    }
    return state;
  }

  private static void compare(
      Bureau bureau, Change some, Instant at, Map<String, Integer> expected) {
    RegisterKind kind = RegisterKinds.ofKind(some.kind());
    assertThat(
            bureau.registers.get(kind, some.enterprise(), some.number(), at).map(AsOfTest::value))
        .as("%s at %s", some.key(), at)
        .isEqualTo(java.util.Optional.ofNullable(expected.get(some.key())));
    Map<String, Integer> listed = new TreeMap<>();
    String cursor = null;
    do {
      var page = bureau.registers.list(kind, null, null, null, at, cursor, 7);
      page.items().forEach(d -> listed.put(d.kind() + "|" + d.id().replace('/', '|'), value(d)));
      cursor = page.next();
    } while (cursor != null);
    Map<String, Integer> ofKind = new TreeMap<>(expected);
    ofKind.keySet().removeIf(key -> !key.startsWith(some.kind() + "|"));
    assertThat(listed).as("%s at %s", some.kind(), at).isEqualTo(ofKind);
  }

  private static int value(Document document) {
    var body = StoredJson.body(document);
    String text =
        body.hasNonNull("note") ? body.path("note").asText() : body.path("model").asText();
    return Integer.parseInt(text.substring(1));
  }
}
