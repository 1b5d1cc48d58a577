package org.qingmen.engine.internal.strict;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.qingmen.engine.internal.pack.Problems;
import org.qingmen.engine.internal.pack.YamlFile;
import org.qingmen.model.Text;
import org.qingmen.spi.pack.Parameter;

/**
 * Golden records of grades, as {@code golden-grading.yaml} describes them: backgrounds, and series
 * in which one indicator runs from nothing to all of a thousand. A series stops at every step and
 * on, just under and just over each threshold of the packs that are compared.
 */
final class GoldenGrading {

  private static final int ALL = 1_000;
  private static final String FILE = "golden-grading.yaml";

  private final JsonNode root;

  GoldenGrading() {
    try (InputStream in = GoldenGrading.class.getResourceAsStream(FILE)) {
      byte[] text = Objects.requireNonNull(in, FILE).readAllBytes();
      root = YamlFile.read(FILE, new String(text, StandardCharsets.UTF_8), new Problems()).root();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Records for packs with these parameters. */
  List<Golden> records(Collection<Parameter> parameters) {
    List<Golden> records = new ArrayList<>();
    for (JsonNode background : root.path("backgrounds")) {
      records.add(new Golden(text(background), background.path("given")));
      for (JsonNode series : root.path("series")) {
        for (int point : points(series.path("indicator").asText(), parameters)) {
          records.add(record(background, series, point));
        }
      }
    }
    return records;
  }

  private TreeSet<Integer> points(String indicator, Collection<Parameter> parameters) {
    TreeSet<Integer> points = new TreeSet<>();
    int step = root.path("step").asInt();
    for (int at = 0; at <= ALL; at += step) {
      points.add(at);
    }
    for (Parameter parameter : parameters) {
      if (parameter.name().equals(indicator) && parameter.value() instanceof BigDecimal share) {
        int on =
            share.multiply(BigDecimal.valueOf(ALL)).setScale(0, RoundingMode.CEILING).intValue();
        points.add(Math.max(0, Math.min(ALL, on - 1)));
        points.add(Math.max(0, Math.min(ALL, on)));
        points.add(Math.max(0, Math.min(ALL, on + 1)));
      }
    }
    return points;
  }

  private static Golden record(JsonNode background, JsonNode series, int point) {
    ObjectNode given = background.path("given").deepCopy();
    JsonNode good = series.path("good");
    if (series.path("part").asText().equals("mass")) {
      given.set("clean", one(good.asText(), point));
      given.put("road", ALL - point);
    } else {
      ObjectNode units = one(good.asText(), point);
      units.put(series.path("bad").asText(), ALL - point);
      given.set(series.path("part").asText(), units);
    }
    Text rest = text(background);
    Text what = text(series);
    String share = BigDecimal.valueOf(point, 1).stripTrailingZeros().toPlainString() + "%";
    return new Golden(
        new Text(
            what.zh().replace("{0}", share) + "；" + rest.zh(),
            what.en().replace("{0}", share) + "; " + rest.en()),
        given);
  }

  private static ObjectNode one(String name, int value) {
    return JsonNodeFactory.instance.objectNode().put(name, value);
  }

  private static Text text(JsonNode node) {
    return new Text(node.path("zh").asText(), node.path("en").asText());
  }
}
