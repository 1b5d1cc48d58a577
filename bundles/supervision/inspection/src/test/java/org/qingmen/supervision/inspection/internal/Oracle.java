package org.qingmen.supervision.inspection.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.qingmen.store.LedgerRow;
import org.qingmen.store.StoredJson;
import org.qingmen.store.StoredPassage;

/** The procedure, slowly and plainly, written from the guide and apart from the product. */
final class Oracle {

  private static final LocalDate LAST = World.FIRST.plusDays(World.DAYS - 1L);

  private final long seed;
  private final List<StoredPassage> before;
  private final List<StoredPassage> passages;
  private final List<LedgerRow> rows;
  private final TreeSet<LocalDate> alerts = new TreeSet<>();
  private final TreeSet<LocalDate> touched = new TreeSet<>();
  private final List<LocalDateTime[]> spans = new ArrayList<>();

  Oracle(World world, long seed) {
    this.seed = seed;
    LocalDate early = World.FIRST.minusDays(7);
    before = world.passages.stream().filter(p -> !day(p).isBefore(early)).toList();
    passages = world.passages.stream().filter(p -> !day(p).isBefore(World.FIRST)).toList();
    rows =
        world.rows.stream()
            .filter(r -> !r.day().isBefore(World.FIRST) && !r.day().isAfter(LAST))
            .toList();
    world.episodes.stream()
        .filter(e -> e.division().equals("130200"))
        .forEach(e -> alert(e.body()));
  }

  List<String> words() throws Exception {
    List<String[]> ids = new ArrayList<>();
    rows.forEach(r -> ids.add(new String[] {r.ledger() + "/" + r.serial(), "" + r.position()}));
    TreeMap<Long, String> ledger = new TreeMap<>();
    for (String[] one : best("ledger", 5, ids)) {
      ledger.put(Long.valueOf(one[1]), one[0].substring(one[0].indexOf('/') + 1));
    }
    int have = ledger.size();
    List<String> words = new ArrayList<>(numbered("L", 1, ledger));
    words.addAll(numbered("L", have + 1, passageSample("vehicle-ledger", 10 - have, passages)));
    words.addAll(numbered("G", 1, passageSample("gate", 10, passages)));
    words.add(days());
    words.addAll(videos());
    return words;
  }

  private void alert(String body) {
    JsonNode json = StoredJson.read(body);
    LocalDateTime from = OffsetDateTime.parse(json.path("from").asText()).toLocalDateTime();
    LocalDateTime to = OffsetDateTime.parse(json.path("to").asText()).toLocalDateTime();
    spans.add(new LocalDateTime[] {from, to});
    for (LocalDate d = World.FIRST; !d.isAfter(LAST); d = d.plusDays(1)) {
      if (d.atStartOfDay().isBefore(to) && d.plusDays(1).atStartOfDay().isAfter(from)) {
        touched.add(d);
      }
      if (!d.atStartOfDay().isBefore(from) && !d.plusDays(1).atStartOfDay().isAfter(to)) {
        alerts.add(d);
      }
    }
  }

  private boolean during(StoredPassage p) {
    LocalDateTime at = p.time().toLocalDateTime();
    return spans.stream().anyMatch(s -> !at.isBefore(s[0]) && at.isBefore(s[1]));
  }

  private String days() throws Exception {
    TreeMap<LocalDate, Integer> trips = trips();
    List<String[]> ordinary = new ArrayList<>();
    for (LocalDate d = World.FIRST; !d.isAfter(LAST); d = d.plusDays(1)) {
      if (trips.containsKey(d) && !touched.contains(d)) {
        ordinary.add(new String[] {d.toString(), "0"});
      }
    }
    TreeSet<LocalDate> normal = new TreeSet<>();
    best("days", 5, ordinary).forEach(one -> normal.add(LocalDate.parse(one[0])));
    int forbidden = 0;
    for (StoredPassage p : passages) {
      if (p.verdict().equals("deny") && p.direction().equals("in") && during(p)) {
        forbidden++;
      }
    }
    return "D1 " + normal + mean(normal, trips) + alerts + mean(alerts, trips) + " " + forbidden;
  }

  private TreeMap<LocalDate, Integer> trips() {
    TreeMap<LocalDate, Integer> trips = new TreeMap<>();
    for (StoredPassage p : before) {
      if (p.direction().equals("in") || before.stream().noneMatch(q -> entryOf(q, p))) {
        trips.merge(day(p), 1, Integer::sum);
      }
    }
    return trips;
  }

  private static boolean entryOf(StoredPassage q, StoredPassage exit) {
    LocalDateTime at = q.time().toLocalDateTime();
    LocalDateTime left = exit.time().toLocalDateTime();
    return q.direction().equals("in")
        && exit.plate() != null
        && exit.plate().equals(q.plate())
        && exit.colour().equals(q.colour())
        && !at.isAfter(left)
        && !at.isBefore(left.minusDays(7));
  }

  private List<String> videos() throws Exception {
    List<StoredPassage> shown = passages.stream().filter(this::during).toList();
    List<String> words = new ArrayList<>();
    for (String receipt : passageSample("video", 3, shown).values()) {
      StoredPassage p =
          passages.stream().filter(q -> q.receipt().equals(receipt)).findFirst().orElseThrow();
      int minutes = 5 + remainder("video-minutes", receipt, 6);
      int earlier = remainder("video-begin", receipt, minutes * 60);
      LocalDateTime at = p.time().toLocalDateTime();
      LocalDateTime begin = at.minusSeconds(earlier);
      LocalDateTime declared = World.FIRST.atStartOfDay();
      boolean found = false;
      for (LocalDateTime[] span : spans) {
        boolean holds = !at.isBefore(span[0]) && at.isBefore(span[1]);
        if (holds && (!found || span[0].isBefore(declared))) {
          declared = span[0];
          found = true;
        }
      }
      LocalDateTime first = begin.isBefore(declared) ? declared : begin;
      String from =
          DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(first.atOffset(p.time().getOffset()));
      words.add("V" + (words.size() + 1) + " " + p.barrier() + from + minutes);
    }
    return words;
  }

  private TreeMap<Long, String> passageSample(String list, int n, List<StoredPassage> from)
      throws Exception {
    List<String[]> ids = new ArrayList<>();
    from.forEach(p -> ids.add(new String[] {p.receipt(), String.valueOf(p.position())}));
    TreeMap<Long, String> sample = new TreeMap<>();
    for (String[] one : best(list, n, ids)) {
      sample.put(Long.valueOf(one[1]), one[0]);
    }
    return sample;
  }

  /** Those whose hash is smallest, found by taking the smallest again and again. */
  private List<String[]> best(String list, int n, List<String[]> ids) throws Exception {
    List<String[]> left = new ArrayList<>(ids);
    List<String[]> best = new ArrayList<>();
    while (best.size() < n && !left.isEmpty()) {
      String[] smallest = left.get(0);
      BigInteger least = hash(list, smallest[0]);
      for (String[] one : left) {
        BigInteger hash = hash(list, one[0]);
        if (hash.compareTo(least) < 0) {
          smallest = one;
          least = hash;
        }
      }
      left.remove(smallest);
      best.add(smallest);
    }
    return best;
  }

  private BigInteger hash(String list, String id) throws Exception {
    byte[] text = (seed + "|" + list + "|" + id).getBytes(StandardCharsets.UTF_8);
    return new BigInteger(1, MessageDigest.getInstance("SHA-256").digest(text));
  }

  /** The first 32 bits, divided. */
  private int remainder(String list, String id, int by) throws Exception {
    return hash(list, id).shiftRight(224).mod(BigInteger.valueOf(by)).intValue();
  }

  private static List<String> numbered(String letter, int first, Map<Long, String> sample) {
    List<String> words = new ArrayList<>();
    sample.values().forEach(id -> words.add(letter + (first + words.size()) + " " + id));
    return words;
  }

  private static double mean(TreeSet<LocalDate> days, Map<LocalDate, Integer> trips) {
    double sum = 0;
    for (LocalDate d : days) {
      sum += trips.getOrDefault(d, 0);
    }
    return days.isEmpty() ? 0 : Math.round(sum / days.size() * 100) / 100.0;
  }

  private static LocalDate day(StoredPassage p) {
    return p.time().toLocalDate();
  }
}
