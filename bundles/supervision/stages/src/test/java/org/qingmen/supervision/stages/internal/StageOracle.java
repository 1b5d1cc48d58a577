package org.qingmen.supervision.stages.internal;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The chain of evidence written a second time, from the handbook and its table of dates, with
 * nothing of the product: plain lists and comparisons.
 */
final class StageOracle {

  /** A vehicle of the register; {@code rests} is empty when an officer entered the stage. */
  record Vehicle(String vin, String plate, String model, String stage, String rests) {}

  /** An entry of the catalogue: model, disclosure, query or list. */
  record Entry(String kind, String key, String stage, LocalDate date) {}

  /** What is asked; all but the unit may be null. */
  record Asked(
      String unit,
      String vin,
      String plate,
      String type,
      String colour,
      String fuel,
      String model,
      LocalDate registered,
      String code,
      String disclosure,
      String stated) {}

  /** What follows. */
  record Answer(String stage, String kind, boolean suspicious) {}

  private static final Map<String, Map<String, LocalDate>> TABLES = new TreeMap<>();
  private static final String YEARS = "ABCDEFGHJKLMNPRSTVWXY123456789";
  private static final int LEAD_YEARS = 5;

  static {
    table(
        "heavy diesel",
        "1 2001-09-01 2 2004-09-01 3 2008-01-01 4 2015-01-01 5 2017-07-01 6 2021-07-01");
    table("heavy gas", "5 2013-01-01 6 2019-07-01");
    table("heavy gasoline", "3 2010-07-01 4 2013-07-01");
    table(
        "light diesel",
        "1 2001-10-01 2 2005-07-01 3 2008-07-01 4 2015-01-01 5 2018-01-01 6 2020-07-01");
    table(
        "light gasoline",
        "1 2001-10-01 2 2005-07-01 3 2008-07-01 4 2011-07-01 5 2017-01-01 6 2020-07-01");
    table(
        "light gas",
        "1 2001-10-01 2 2005-07-01 3 2008-07-01 4 2011-07-01 5 2017-01-01 6 2020-07-01");
    table("nrmm diesel", "1 2008-10-01 2 2010-10-01 3 2016-04-01 4 2022-12-01");
  }

  private final List<Vehicle> vehicles;
  private final List<Entry> entries;

  StageOracle(List<Vehicle> vehicles, List<Entry> entries) {
    this.vehicles = vehicles;
    this.entries = entries;
  }

  private static void table(String name, String rows) {
    String[] words = rows.split(" ");
    Map<String, LocalDate> table = new TreeMap<>();
    for (int i = 0; i < words.length; i += 2) {
      table.put(words[i], LocalDate.parse(words[i + 1]));
    }
    TABLES.put(name, table);
  }

  Answer answer(Asked asked) {
    Vehicle same = same(asked);
    String model = asked.model() == null && same != null ? same.model() : asked.model();
    String vin = asked.vin() == null && same != null ? same.vin() : asked.vin();
    String plate = asked.plate() == null && same != null ? same.plate() : asked.plate();
    List<String> strong = new ArrayList<>();
    String query = newest("query", vin);
    String list = newest("list", vin);
    String approved = approved(model, asked.registered());
    add(strong, query);
    add(strong, list);
    List<String> disclosed = stages("disclosure", asked.disclosure());
    strong.addAll(disclosed);
    String known = same != null && trusted(same) ? same.stage() : null;
    add(strong, known);
    List<String> statements = statements(asked);
    String bound = bound(asked);

    boolean conflict = query != null && list != null && !query.equals(list);
    List<String> all = new ArrayList<>(strong);
    if (asked.registered() != null) {
      add(all, approved);
    }
    for (String one : all) {
      conflict |= bound != null && rank(one) < rank(bound);
      conflict |= statements.stream().anyMatch(stated -> !stated.equals(one));
    }
    for (String stated : statements) {
      conflict |= bound != null && rank(stated) < rank(bound);
      conflict |= tooEarly(stated, asked);
      conflict |= stated(asked) != null && !stated.equals(stated(asked));
    }
    conflict |= electric(plate) && stated(asked) != null && !stated(asked).equals("D");
    conflict |= modelYear(vin, asked.registered());

    String[][] chain = {
      {lowest(both(query, list)), "query list"},
      {lowest(disclosed), "disclosed"},
      {approved, "catalogue"},
      {known, "known-vin"},
      {lowest(ofModel(model)), "known-model"},
      {electric(plate) ? "D" : null, "plate"},
      {bound, "registration"},
      {statements.isEmpty() ? null : statements.get(0), "statement disclosure code"},
      {"electric".equals(asked.fuel()) ? "D" : null, "fuel"},
      {"X", "unknown"}
    };
    for (String[] link : chain) {
      if (link[0] != null) {
        return new Answer(link[0], link[1], conflict);
      }
    }
    throw new IllegalStateException("the last link is always there");
  }

  private Vehicle same(Asked asked) {
    return vehicles.stream()
        .filter(one -> !asked.unit().equals("machine"))
        .filter(
            one ->
                asked.vin() != null
                    ? one.vin().equals(asked.vin())
                    : asked.plate() != null && asked.plate().equals(one.plate()))
        .findFirst()
        .orElse(null);
  }

  private static boolean trusted(Vehicle one) {
    return List.of("", "query", "list", "disclosed", "catalogue", "known-vin")
        .contains(one.rests());
  }

  private List<String> ofModel(String model) {
    return vehicles.stream()
        .filter(one -> model != null && model.equals(one.model()) && trusted(one))
        .map(Vehicle::stage)
        .toList();
  }

  private List<Entry> of(String kind, String key) {
    return entries.stream()
        .filter(one -> one.kind().equals(kind) && one.key().equals(key))
        .toList();
  }

  private List<String> stages(String kind, String key) {
    return of(kind, key).stream().map(Entry::stage).toList();
  }

  private String newest(String kind, String key) {
    List<Entry> found = of(kind, key);
    return found.stream()
        .map(Entry::date)
        .max(LocalDate::compareTo)
        .map(
            day ->
                lowest(
                    found.stream()
                        .filter(one -> one.date().equals(day))
                        .map(Entry::stage)
                        .toList()))
        .orElse(null);
  }

  private String approved(String model, LocalDate registered) {
    List<Entry> found = of("model", model);
    if (registered == null) {
      return found.stream().map(Entry::stage).distinct().count() == 1 ? found.get(0).stage() : null;
    }
    List<Entry> before = found.stream().filter(one -> !one.date().isAfter(registered)).toList();
    return new StageOracle(List.of(), before).newest("model", model);
  }

  /** X states nothing. */
  private static String stated(Asked asked) {
    return "X".equals(asked.stated()) ? null : asked.stated();
  }

  private static List<String> statements(Asked asked) {
    List<String> said = new ArrayList<>();
    add(said, stated(asked));
    add(said, asked.disclosure() == null ? null : asked.disclosure().substring(5, 6));
    boolean code = asked.code() != null && !asked.unit().equals("road");
    add(said, code ? asked.code().substring(0, 1) : null);
    said.remove("X");
    return said;
  }

  private static List<Map<String, LocalDate>> tables(Asked asked) {
    if (asked.registered() == null || asked.fuel() == null || asked.fuel().equals("electric")) {
      return List.of();
    }
    String fuel = asked.fuel().equals("natural-gas") ? "gas" : asked.fuel();
    if (asked.unit().equals("machine")) {
      return fuel.equals("diesel") ? List.of(TABLES.get("nrmm diesel")) : List.of();
    }
    boolean heavy =
        "Q11".equals(asked.type()) || (asked.type() == null && "yellow".equals(asked.colour()));
    boolean light =
        "H31".equals(asked.type()) || (asked.type() == null && "blue".equals(asked.colour()));
    if (heavy || light) {
      return List.of(TABLES.get((heavy ? "heavy " : "light ") + fuel));
    }
    return List.of(TABLES.get("heavy " + fuel), TABLES.get("light " + fuel));
  }

  /** The lowest bound of the tables that may apply; none as soon as one of them gives none. */
  private static String bound(Asked asked) {
    List<String> bounds = new ArrayList<>();
    for (Map<String, LocalDate> table : tables(asked)) {
      String bound = null;
      for (Map.Entry<String, LocalDate> row : table.entrySet()) {
        if (!row.getValue().isAfter(asked.registered())) {
          bound = row.getKey();
        }
      }
      if (bound == null) {
        return null;
      }
      bounds.add(bound);
    }
    return lowest(bounds);
  }

  private static boolean tooEarly(String stated, Asked asked) {
    List<Map<String, LocalDate>> tables = tables(asked);
    return !tables.isEmpty()
        && tables.stream()
            .allMatch(
                table ->
                    table.containsKey(stated)
                        && asked.registered().isBefore(table.get(stated).minusYears(LEAD_YEARS)));
  }

  private static boolean electric(String plate) {
    return plate != null && plate.length() == 8 && "DABCE".indexOf(plate.charAt(2)) >= 0;
  }

  private static boolean modelYear(String vin, LocalDate registered) {
    if (vin == null || registered == null) {
      return false;
    }
    int nearest = 0;
    for (int year = 1980 + YEARS.indexOf(vin.charAt(9)); year < 2070; year += 30) {
      int away = Math.abs(year - registered.getYear());
      if (nearest == 0 || away < Math.abs(nearest - registered.getYear())) {
        nearest = year;
      }
    }
    return nearest > registered.getYear() + 1;
  }

  private static String lowest(List<String> stages) {
    return stages.stream().min((a, b) -> Integer.compare(rank(a), rank(b))).orElse(null);
  }

  private static List<String> both(String one, String other) {
    List<String> both = new ArrayList<>();
    add(both, one);
    add(both, other);
    return both;
  }

  private static void add(List<String> list, String stage) {
    if (stage != null) {
      list.add(stage);
    }
  }

  private static int rank(String stage) {
    return stage.equals("D") ? 9 : Integer.parseInt(stage);
  }
}
