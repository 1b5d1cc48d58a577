package org.qingmen.supervision.inspection.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.qingmen.supervision.inspection.Verifications.Draw;

class SamplingOracleTest {

  private static final int CASES = 1_000;
  private static final Instant DRAWN = Instant.parse("2026-11-01T00:00:00Z");
  private static final LocalDate LAST = World.FIRST.plusDays(World.DAYS - 1L);

  @Test
  void aThousandRandomSamplesAreThoseOfTheOracleAndDoNotChangeLater() throws Exception {
    Random random = new Random(20261101);
    for (int i = 0; i < CASES; i++) {
      World world = world(random);
      long seed = random.nextInt(1_000_000);
      long position = world.position();
      ArrayNode drawn = draw(world, seed, position);
      assertThat(words(drawn)).as("case %d", i).isEqualTo(new Oracle(world, seed).words());

      for (int late = 0; late < 10; late++) {
        world.pass(random, random.nextInt(World.DAYS));
        world.weigh(random, random.nextInt(World.DAYS));
      }
      world.alert(random.nextInt(8), 0, 48, "130200", DRAWN.plusSeconds(1));
      assertThat(draw(world, seed, position)).as("case %d, later", i).isEqualTo(drawn);
    }
  }

  @Test
  void anotherSeedDrawsAnotherSample() {
    World world = world(new Random(7));
    assertThat(words(draw(world, 1, world.position())))
        .isNotEqualTo(words(draw(world, 2, world.position())));
  }

  private static World world(Random random) {
    World world = new World();
    int passages = random.nextInt(90);
    for (int i = 0; i < passages; i++) {
      world.pass(random, random.nextInt(World.DAYS + 8) - 8);
    }
    int rows = random.nextInt(20);
    for (int i = 0; i < rows; i++) {
      world.weigh(random, random.nextInt(World.DAYS + 2) - 1);
    }
    Instant before = DRAWN.minusSeconds(9);
    if (random.nextInt(4) > 0) {
      world.alert(random.nextInt(10), random.nextInt(24), 1 + random.nextInt(80), "130200", before);
    }
    world.alert(random.nextInt(10), 0, 24, "410100", before);
    return world;
  }

  private static ArrayNode draw(World world, long seed, long position) {
    Draw draw = new Draw(World.PLANT, World.FIRST, LAST, seed, Map.of());
    var frame = new Sampling.Frame("130203", seed, position, DRAWN);
    return new Sampling(world.population(), draw, frame, World.limits()).items();
  }

  private static List<String> words(ArrayNode items) {
    List<String> words = new ArrayList<>();
    for (JsonNode item : items) {
      JsonNode ref = item.path("ref");
      String no = item.path("no").asText() + " ";
      words.add(
          switch (item.path("of").asText()) {
            case "ledger" -> no + ref.path("serial").asText(ref.path("receipt").asText());
            case "gate" -> no + ref.path("receipt").asText();
            case "days" ->
                no
                    + ref.path("normalDays").findValuesAsText("day")
                    + item.at("/facts/normalMean").asDouble()
                    + ref.path("alertDays").findValuesAsText("day")
                    + item.at("/facts/alertMean").asDouble()
                    + " "
                    + item.at("/facts/forbidden").asInt();
            default ->
                no + ref.path("barrier").asText() + ref.path("from").asText() + ref.path("minutes");
          });
    }
    return words;
  }
}
