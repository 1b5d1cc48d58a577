package org.qingmen.demo.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/** What the gates of one enterprise report of one day. */
final class Visits {

  private static final double UNREAD = 0.008;
  private static final double ALERT_TRAFFIC = 0.55;
  private static final double VIOLATING = 0.08;
  private static final double LISTED_TRYING = 0.15;

  /** Which of an enterprise's trucks may be on the violator list. */
  static final int LISTED = 7;

  private final ObjectMapper json = new ObjectMapper();
  private final Province.Works works;
  private final String enterprise;
  private final Calendar calendar;
  private final List<Truck> trucks;
  private final Pictures pictures;
  private final Oddities oddities;

  /** A reported passage and when it happened. */
  record Reported(OffsetDateTime time, ObjectNode passage) {}

  Visits(
      Province.Works works,
      String enterprise,
      Calendar calendar,
      List<Truck> trucks,
      Pictures pictures) {
    this.works = works;
    this.enterprise = enterprise;
    this.calendar = calendar;
    this.trucks = trucks;
    this.pictures = pictures;
    this.oddities = new Oddities(trucks);
  }

  /** The passages of a day in the order of their times; the same every time. */
  List<Reported> of(LocalDate day, long seed) {
    Random random = new Random(seed ^ day.toEpochDay() * 1_000_003 ^ enterprise.hashCode());
    int visits = (int) Math.round(works.visits() * Calendar.activity(day));
    List<Reported> reported = new ArrayList<>();
    for (int i = 0; i < visits; i++) {
      visit(day, i, random, reported);
    }
    reported.sort(Comparator.comparing(Reported::time));
    return reported;
  }

  private void visit(LocalDate day, int number, Random random, List<Reported> reported) {
    OffsetDateTime entry = Calendar.time(day, random);
    Truck truck = trucks.get(random.nextInt(trucks.size()));
    boolean loadedIn = random.nextInt(10) < 6;
    int minutes = 25 + random.nextInt(110);
    boolean unread = random.nextDouble() < UNREAD;
    if (staysAway(truck, entry, random)) {
      return;
    }
    Oddities.Visit odd = oddities.of(truck, random);
    String serial = "%s-%s-%04d".formatted("%s", day.toString().replace("-", ""), number);
    if (odd.entrySeen()) {
      ObjectNode in = passage("in", serial.formatted("A01"), entry, odd.atEntry(), unread);
      load(in, loadedIn ? works.in() : List.of(), odd.overload(), truck, random);
      reported.add(new Reported(entry, in));
    }
    OffsetDateTime exit = entry.plusMinutes(minutes);
    ObjectNode out = passage("out", serial.formatted("A02"), exit, odd.atExit(), false);
    load(out, loadedIn ? List.of() : works.out(), 1, truck, random);
    reported.add(new Reported(exit, out));
  }

  /** Most trucks that a list or an alert forbids stay away; a few try nevertheless. */
  private boolean staysAway(Truck truck, OffsetDateTime entry, Random random) {
    if (truck.equals(trucks.get(LISTED)) && !entry.isBefore(calendar.listed())) {
      return random.nextDouble() > LISTED_TRYING;
    }
    if (!calendar.alert(entry)) {
      return false;
    }
    boolean forbidden = "34".contains(truck.stage());
    return forbidden ? random.nextDouble() > VIOLATING : random.nextDouble() > ALERT_TRAFFIC;
  }

  private ObjectNode passage(
      String direction, String serial, OffsetDateTime time, Truck truck, boolean unread) {
    ObjectNode passage = json.createObjectNode();
    passage.put("enterprise", enterprise).put("serial", serial);
    boolean in = direction.equals("in");
    passage.put("entrance", "A").put("barrier", in ? "A01" : "A02").put("lane", in ? "1" : "2");
    passage.put("direction", direction).put("time", Times.text(time));
    truck.write(passage);
    if (unread) {
      passage.putObject("plate").putNull("number").put("colour", "unknown");
    }
    passage.put("barrierRaised", "automatic").put("offline", false);
    passage.putObject("images").putObject("head").put("sha256", pictures.of(truck));
    return passage;
  }

  private void load(
      ObjectNode passage, List<String> goods, double overload, Truck truck, Random random) {
    if (goods.isEmpty() || truck.passenger()) {
      return;
    }
    String name = goods.get(random.nextInt(goods.size()));
    if (truck.tanker() && goods.contains("散装水泥")) {
      name = "散装水泥";
    }
    double share = 0.82 + random.nextInt(17) / 100.0;
    double tonnes = Math.round(truck.ratedTonnes() * share * overload * 10) / 10.0;
    passage.putObject("cargo").put("name", name).put("tonnes", tonnes);
  }
}
