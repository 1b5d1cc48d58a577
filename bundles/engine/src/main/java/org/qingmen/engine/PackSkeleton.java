package org.qingmen.engine;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.qingmen.engine.internal.text.Messages;

/** A new pack whose comments teach and whose cases pass at once. */
public final class PackSkeleton {

  private static final List<String> OWN = List.of("gate", "verification", "grading");

  /** The platform's functions, which share one skeleton. */
  private static final Set<String> FUNCTIONS =
      Set.of(
          "alarm",
          "suspicion",
          "ledger",
          "response",
          "inspection",
          "acceptance",
          "stage",
          "measures");

  private static final String INDUSTRY = "I99";

  private PackSkeleton() {}

  /**
   * What is wanted.
   *
   * @param id id of the pack
   * @param kind kind of the pack, as in {@code pack.yaml}
   * @param grades names of the grades, best first; empty for A, B, C; only for grading
   * @param industry code of the industry it grades; null for I99; only for grading
   * @param table whether its rules stand in a decision table, as CSV
   */
  public record Wish(String id, String kind, List<String> grades, String industry, boolean table) {

    /** A pack with a rule file. */
    public Wish(String id, String kind, List<String> grades, String industry) {
      this(id, kind, grades, industry, false);
    }
  }

  /**
   * The files by path.
   *
   * @throws PackException {@code wrong-id}, {@code no-such-kind}, {@code wrong-grades}, {@code
   *     wrong-industry}, {@code grades-of-grading}
   */
  public static SortedMap<String, String> of(Wish wish) {
    check(wish);
    String template = FUNCTIONS.contains(wish.kind()) ? "function" : wish.kind();
    List<String> grades = wish.grades().isEmpty() ? List.of("A", "B", "C") : wish.grades();
    SortedMap<String, String> files = new TreeMap<>();
    for (String file : files(template)) {
      files.put(file, filled(text(template + "/" + file), wish, grades));
    }
    if (wish.table()) {
      withTable(files, template, wish, grades);
    }
    return files;
  }

  /** The limits of a table stand in its cells; those of grades stay where they are. */
  private static void withTable(
      SortedMap<String, String> files, String template, Wish wish, List<String> grades) {
    files.keySet().removeIf(path -> path.startsWith("rules/"));
    if (!template.equals("grading")) {
      files.remove("parameters.yaml");
    }
    if (template.equals("gate")) {
      files.put("cases/gate.yaml", filled(text("table/gate.yaml"), wish, grades));
    }
    String table = filled(text("table/" + template + ".csv"), wish, grades);
    files.put("tables/rules.csv", table);
  }

  private static void check(Wish wish) {
    if (!OWN.contains(wish.kind()) && !FUNCTIONS.contains(wish.kind())) {
      throw refuse("no-such-kind", wish.kind());
    }
    if (!wish.id().matches("[a-z][a-z0-9]*([.-][a-z0-9]+)*")) {
      throw refuse("wrong-id", wish.id());
    }
    boolean more = !wish.grades().isEmpty() || wish.industry() != null;
    if (more && !wish.kind().equals("grading")) {
      throw refuse("grades-of-grading");
    }
    if (wish.industry() != null && !wish.industry().matches("[A-Z][0-9]{2}[A-Za-z0-9-]{0,20}")) {
      throw refuse("wrong-industry", wish.industry());
    }
    List<String> grades = wish.grades();
    boolean plain = grades.stream().allMatch(one -> one.matches("[\\p{L}][\\p{L}\\p{N}+-]{0,15}"));
    boolean few = grades.size() == 1 || Set.copyOf(grades).size() < grades.size();
    if (!plain || few) {
      throw refuse("wrong-grades", String.join(",", grades));
    }
  }

  private static PackException refuse(String code, Object... values) {
    return new PackException(code, Messages.text(code, values));
  }

  private static List<String> files(String template) {
    String name =
        switch (template) {
          case "gate" -> "rules/gate.drl cases/gate.yaml";
          case "verification" -> "rules/checks.drl cases/checks.yaml";
          case "grading" -> "rules/exclusions.drl cases/grades.yaml";
          default -> "rules/function.drl cases/function.yaml";
        };
    return List.of(("pack.yaml parameters.yaml " + name).split(" "));
  }

  /** Two grades have requirements in the examples: the best and the one before the last. */
  private static String filled(String text, Wish wish, List<String> grades) {
    String middle = grades.size() > 2 ? grades.get(1) : null;
    StringBuilder kept = new StringBuilder();
    for (String line : text.split("(?<=\n)")) {
      if (middle != null || !line.contains("MIDDLE@")) {
        kept.append(line);
      }
    }
    return kept.toString()
        .replace("@ID@", wish.id())
        .replace("@KIND@", wish.kind())
        .replace("@PACKAGE@", "rules." + wish.id().replaceAll("[^a-z0-9]+", "_"))
        .replace("@GRADES@", String.join(", ", grades))
        .replace("@BEST@", grades.get(0))
        .replace("@MIDDLE@", String.valueOf(middle))
        .replace("@REST@", grades.get(Math.min(2, grades.size() - 1)))
        .replace("@INDUSTRY@", wish.industry() == null ? INDUSTRY : wish.industry());
  }

  private static String text(String name) {
    String resource = "internal/skeleton/" + name + ".template";
    try (InputStream in = PackSkeleton.class.getResourceAsStream(resource)) {
      return new String(
          Objects.requireNonNull(in, resource).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
