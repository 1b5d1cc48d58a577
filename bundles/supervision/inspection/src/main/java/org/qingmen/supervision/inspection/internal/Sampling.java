package org.qingmen.supervision.inspection.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.qingmen.model.ChinaTime;
import org.qingmen.store.LedgerRow;
import org.qingmen.store.StoredJson;
import org.qingmen.store.StoredPassage;
import org.qingmen.supervision.inspection.Verifications.Draw;

/** Draws the sample of the procedure: the same for the same seed, position and period. */
final class Sampling {

  /**
   * What fixes a sample.
   *
   * @param division division of the enterprise
   * @param seed seed of the ranks
   * @param position journal position up to which records are looked at
   * @param at when it was drawn; registers are read as they were then
   */
  record Frame(String division, long seed, long position, Instant at) {}

  private final Population population;
  private final Draw draw;
  private final Frame frame;
  private final Limits limits;
  private final Ranking ranking;

  Sampling(Population population, Draw draw, Frame frame, Limits limits) {
    this.population = population;
    this.draw = draw;
    this.frame = frame;
    this.limits = limits;
    this.ranking = new Ranking(frame.seed());
  }

  /** The items, in the order in which they are inspected. */
  ArrayNode items() {
    Instant from = ChinaTime.startOf(draw.from());
    Instant to = ChinaTime.endOf(draw.to());
    List<StoredPassage> before =
        population.passages(draw.enterprise(), from.minus(Trips.PAIRED), to, frame.position());
    List<StoredPassage> passages =
        before.stream().filter(p -> !p.time().toInstant().isBefore(from)).toList();
    Alerts alerts = population.alerts(frame.division(), draw.from(), draw.to(), frame.at());
    ArrayNode items = StoredJson.object().putArray("items");
    ledger(items, passages);
    gate(items, passages);
    days(items, passages, Trips.byDay(before), alerts);
    videos(items, passages, alerts);
    return items;
  }

  /** Half of the records from the ledgers of goods, the rest from that of vehicles. */
  private void ledger(ArrayNode items, List<StoredPassage> passages) {
    int size = limits.size("ledger", draw.sizes().get("ledger"));
    List<LedgerRow> rows =
        population.ledgerRows(draw.enterprise(), draw.from(), draw.to(), frame.position());
    List<LedgerRow> drawn =
        ranking.draw("ledger", rows, r -> r.ledger() + "/" + r.serial(), size / 2);
    int no = 1;
    for (LedgerRow row : sorted(drawn, LedgerRow::position)) {
      ObjectNode item = item(items, "L" + no++, "ledger");
      item.putObject("ref").put("ledger", row.ledger()).put("serial", row.serial());
      check(item, row.ledger(), StoredJson.read(row.body()));
    }
    List<StoredPassage> vehicles =
        ranking.draw("vehicle-ledger", passages, StoredPassage::receipt, size - drawn.size());
    for (StoredPassage passage : sorted(vehicles, StoredPassage::position)) {
      ObjectNode item = item(items, "L" + no++, "ledger");
      item.putObject("ref").put("ledger", "passage").put("receipt", passage.receipt());
      check(item, "passage", population.record(passage.position()));
    }
  }

  private void check(ObjectNode item, String ledger, JsonNode record) {
    RecordCheck check = RecordCheck.of(record, limits.required(ledger), limits.forms());
    item.set("record", record);
    ObjectNode facts = item.putObject("facts");
    facts.put("missing", check.missing().size()).put("malformed", check.malformed().size());
    check.missing().forEach(facts.putArray("missingMembers")::add);
    check.malformed().forEach(facts.putArray("malformedMembers")::add);
  }

  private void gate(ArrayNode items, List<StoredPassage> passages) {
    int size = limits.size("gate", draw.sizes().get("gate"));
    List<StoredPassage> drawn = ranking.draw("gate", passages, StoredPassage::receipt, size);
    int no = 1;
    for (StoredPassage passage : sorted(drawn, StoredPassage::position)) {
      ObjectNode item = item(items, "G" + no++, "gate");
      item.putObject("ref").put("receipt", passage.receipt());
      item.set("record", population.record(passage.position()));
      item.putObject("facts").put("declared", passage.stage());
    }
  }

  private void days(
      ArrayNode items,
      List<StoredPassage> passages,
      Map<LocalDate, Integer> trips,
      Alerts declared) {
    SortedSet<LocalDate> touched = declared.touchedDays();
    SortedSet<LocalDate> alerts = declared.wholeDays();
    int size = limits.size("days", draw.sizes().get("days"));
    List<LocalDate> ordinary =
        draw.from()
            .datesUntil(draw.to().plusDays(1))
            .filter(day -> trips.containsKey(day) && !touched.contains(day))
            .toList();
    List<LocalDate> normal =
        ranking.draw("days", ordinary, LocalDate::toString, size).stream().sorted().toList();
    ObjectNode item = item(items, "D1", "days");
    ObjectNode ref = item.putObject("ref");
    counts(ref.putArray("normalDays"), normal, trips);
    counts(ref.putArray("alertDays"), alerts, trips);
    ObjectNode facts = item.putObject("facts");
    facts.put("normalDays", normal.size()).put("normalMean", mean(normal, trips));
    facts.put("alertDays", alerts.size()).put("alertMean", mean(alerts, trips));
    facts.put(
        "forbidden",
        passages.stream()
            .filter(p -> p.verdict().equals("deny") && p.direction().equals("in"))
            .filter(p -> declared.hold(p.time().toInstant()))
            .count());
  }

  private void videos(ArrayNode items, List<StoredPassage> passages, Alerts alerts) {
    int size = limits.size("video", draw.sizes().get("video"));
    List<StoredPassage> shown =
        passages.stream().filter(p -> alerts.hold(p.time().toInstant())).toList();
    int least = limits.number("video.minutes.least");
    int most = limits.number("video.minutes.most");
    int no = 1;
    for (StoredPassage around :
        sorted(
            ranking.draw("video", shown, StoredPassage::receipt, size), StoredPassage::position)) {
      String receipt = around.receipt();
      int minutes = least + ranking.number("video-minutes", receipt, most - least + 1);
      int before = ranking.number("video-begin", receipt, minutes * 60);
      Instant passed = around.time().toInstant();
      // What was driven before the alert began says nothing about how it was kept to.
      Instant first = alerts.notBefore(passed.minusSeconds(before), passed);
      var begin = first.atOffset(around.time().getOffset());
      ObjectNode item = item(items, "V" + no++, "video");
      ObjectNode ref = item.putObject("ref").put("barrier", around.barrier());
      ref.put("from", begin.format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
      ref.put("to", begin.plusMinutes(minutes).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
      ref.put("minutes", minutes);
      item.putObject("facts");
    }
  }

  private static ObjectNode item(ArrayNode items, String no, String of) {
    return items.addObject().put("no", no).put("of", of);
  }

  private static void counts(
      ArrayNode array, Collection<LocalDate> days, Map<LocalDate, Integer> trips) {
    days.forEach(
        day ->
            array.addObject().put("day", day.toString()).put("trips", trips.getOrDefault(day, 0)));
  }

  private static double mean(Collection<LocalDate> days, Map<LocalDate, Integer> trips) {
    double mean = days.stream().collect(Collectors.averagingInt(day -> trips.getOrDefault(day, 0)));
    return Math.round(mean * 100) / 100.0;
  }

  private static <T> List<T> sorted(List<T> drawn, java.util.function.ToLongFunction<T> position) {
    List<T> list = new ArrayList<>(drawn);
    list.sort(Comparator.comparingLong(position));
    return list;
  }
}
