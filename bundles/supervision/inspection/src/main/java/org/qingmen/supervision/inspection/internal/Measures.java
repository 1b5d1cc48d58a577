package org.qingmen.supervision.inspection.internal;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.qingmen.model.ChinaTime;
import org.qingmen.spi.intake.ObjectStore;
import org.qingmen.store.GateHistory;
import org.qingmen.store.GateHistory.GateDay;
import org.qingmen.store.PassageQuery;
import org.qingmen.store.PassageStore;
import org.qingmen.store.StoredPassage;
import org.qingmen.store.VideoIndex;

/** What the devices of an enterprise really send, as numbers by item of the checklist. */
final class Measures {

  private static final int LATEST = 50;

  private final GateHistory gates;
  private final PassageStore passages;
  private final Population population;
  private final VideoIndex videos;
  private final ObjectStore objects;

  Measures(
      GateHistory gates,
      PassageStore passages,
      Population population,
      VideoIndex videos,
      ObjectStore objects) {
    this.gates = gates;
    this.passages = passages;
    this.population = population;
    this.videos = videos;
    this.objects = objects;
  }

  /** Numbers that are known; of an item without data there is none. */
  Map<String, Double> of(String enterprise, LocalDate from, LocalDate to) {
    List<GateDay> days = gates.days(enterprise, null, from, to);
    Map<String, Double> measures = new TreeMap<>();
    share(measures, "data.pictures", days, GateDay::withPicture, GateDay::passages);
    share(measures, "data.transmission", days, d -> d.passages() - d.late(), GateDay::passages);
    List<GateDay> counted = days.stream().filter(day -> day.counted() >= 0).toList();
    share(measures, "data.complete", counted, GateDay::passages, GateDay::counted);
    share(measures, "network.online", days, GateDay::onlineMinutes, GateDay::expectedMinutes);
    gates.states(enterprise, null).stream()
        .filter(state -> state.clockSkewMillis() != null)
        .mapToDouble(state -> Math.abs(state.clockSkewMillis()) / 1000.0)
        .max()
        .ifPresent(skew -> measures.put("network.clock", skew));
    latest(measures, enterprise, from, to);
    return measures;
  }

  private void latest(
      Map<String, Double> measures, String enterprise, LocalDate from, LocalDate to) {
    Instant begin = ChinaTime.startOf(from);
    Instant end = ChinaTime.endOf(to);
    List<StoredPassage> some =
        passages
            .list(
                new PassageQuery(
                    enterprise, null, null, null, begin, end, null, null, null, null, null, LATEST))
            .items();
    if (some.isEmpty()) {
      return;
    }
    long shown =
        some.stream()
            .filter(p -> !videos.covering(enterprise, p.time().toInstant()).isEmpty())
            .count();
    measures.put("ledger.videos", (double) shown / some.size());
    List<Integer> widths = new ArrayList<>();
    for (StoredPassage passage : some) {
      population
          .record(passage.position())
          .path("images")
          .forEach(image -> width(widths, image.path("sha256").asText()));
    }
    widths.stream()
        .mapToInt(Integer::intValue)
        .min()
        .ifPresent(width -> measures.put("hardware.resolution", (double) width));
  }

  private void width(List<Integer> widths, String hash) {
    try {
      byte[] content = objects.get(hash).orElse(null);
      if (content == null) {
        return;
      }
      try (ImageInputStream in =
          ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
        var readers = ImageIO.getImageReaders(in);
        if (readers.hasNext()) {
          ImageReader reader = readers.next();
          reader.setInput(in, true, true);
          widths.add(reader.getWidth(0)); // from the head alone
          reader.dispose();
        }
      }
    } catch (javax.imageio.IIOException e) {
      widths.add(0); // a broken picture shows nothing
    } catch (IOException e) {
      throw new UncheckedIOException("a picture cannot be read", e);
    }
  }

  private static void share(
      Map<String, Double> measures,
      String item,
      List<GateDay> days,
      ToLongFunction<GateDay> part,
      ToLongFunction<GateDay> whole) {
    long all = days.stream().mapToLong(whole).sum();
    if (all > 0) {
      measures.put(item, days.stream().mapToLong(part).sum() / (double) all);
    }
  }
}
