package org.qingmen.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingmen.engine.Comparison.Compared;
import org.qingmen.engine.Comparison.Statement;
import org.qingmen.engine.internal.compare.PackComparing;
import org.qingmen.engine.internal.decide.PackDecider;
import org.qingmen.engine.internal.decide.PackRehearsal;
import org.qingmen.engine.internal.life.PackRegistry;
import org.qingmen.engine.internal.life.Registries;
import org.qingmen.engine.internal.pack.PackFiles;
import org.qingmen.model.Verdict;
import org.qingmen.spi.pack.PackState;

@DisplayName("A comparison with a candidate")
class ComparisonTest {

  private static final Path RULES = Path.of("../../rules");
  private static final int RECORDS = 1_000;
  private static final int CANDIDATES = 10;

  @TempDir static Path data;

  private static PackRegistry registry;
  private static List<byte[]> stored;

  @BeforeAll
  static void load() {
    registry = Registries.open(data, true);
    for (String pack : List.of("cn.gate", "cn.verification")) {
      PackStatus status = registry.install(new PackFiles(files(pack)).zip(), "test");
      registry.activate(status.id(), status.version(), null, PackAct.by("test"));
    }
    RandomPassages passages = new RandomPassages(7);
    PackDecider decider = new PackDecider(registry);
    stored = new ArrayList<>();
    for (int i = 0; i < RECORDS; i++) {
      stored.add(decider.decide(passages.next()).document());
    }
  }

  @AfterAll
  static void close() {
    registry.stop();
  }

  @Test
  @DisplayName("comes to what deciding everything again comes to, for any change of any rule")
  void equalsBruteForce() {
    List<Spoke> today = stored.stream().map(one -> decided(one, null)).toList();
    int pairs = 0;
    int flips = 0;
    int otherwise = 0;
    long remembered = 0;
    for (int seed = 0; seed < CANDIDATES; seed++) {
      PackRef candidate = install(candidate(seed), "9." + seed + ".0");
      try (Comparison comparison =
          new PackComparing(registry, registry).begin(candidate, Comparing.Scope.EVERYTHING)) {
        for (int i = 0; i < RECORDS; i++) {
          byte[] document = stored.get(i);
          Compared expected = difference(document, today.get(i), decided(document, candidate));
          Compared found = comparison.passage(document);
          assertThat(plain(found)).as("candidate %d, record %d", seed, i).isEqualTo(expected);
          if (i < RECORDS / 10) {
            assertThat(comparison.passage(document)).isEqualTo(found);
            assertThat(plain(comparison.whole(document))).isEqualTo(expected);
          }
          pairs++;
          flips += expected.flips() ? 1 : 0;
          otherwise += expected.differs() ? 1 : 0;
        }
        remembered += comparison.effort().remembered();
      }
    }
    assertThat(pairs).isGreaterThanOrEqualTo(10_000);
    assertThat(flips).isBetween(400, pairs - 400);
    assertThat(otherwise).isGreaterThan(flips);
    assertThat(remembered).isPositive();
  }

  @Test
  @DisplayName("is exact also for decisions that packs of an earlier day made")
  void knowsOlderPacks() {
    PackRef newer = install(replaced("cn.gate", 3), "9.101.0");
    registry.activate(newer.id(), newer.version(), null, PackAct.by("test"));
    try {
      PackRef candidate = install(replaced("cn.gate", 4), "9.102.0");
      try (Comparison comparison =
          new PackComparing(registry, registry).begin(candidate, Comparing.Scope.EVERYTHING)) {
        for (byte[] document : stored.subList(0, 110)) {
          assertThat(plain(comparison.passage(document)))
              .isEqualTo(bruteForce(document, candidate));
        }
      }
    } finally {
      registry.rollback("cn.gate", null, PackAct.by("test"));
    }
  }

  @Test
  @DisplayName("asks for the parameters of each day, also where they change within the period")
  void knowsWhenParametersChange() {
    TreeMap<String, byte[]> dated = files("cn.gate");
    dated.keySet().removeIf(path -> path.startsWith("cases/"));
    edit(
        dated,
        "parameters.yaml",
        "listed.verdict:\n  - {value: deny, from: 2019-01-01,",
        "listed.verdict:\n"
            + "  - {value: warn, from: 2026-10-11, to: 2026-10-20, clause: c, source: s, verified: true}\n"
            + "  - {value: allow, from: 2026-10-21, clause: c, source: s, verified: true}\n"
            + "  - {value: deny, from: 2019-01-01, to: 2026-10-10,");
    TreeMap<String, byte[]> later = new TreeMap<>(dated);
    edit(later, "pack.yaml", "validFrom: 2019-01-01", "validFrom: 2026-10-15");
    int flips = 0;
    for (PackRef candidate : List.of(install(dated, "9.104.0"), install(later, "9.105.0"))) {
      try (Comparison comparison =
          new PackComparing(registry, registry).begin(candidate, Comparing.Scope.EVERYTHING)) {
        for (byte[] document : stored) {
          Compared found = comparison.passage(document);
          assertThat(found).isEqualTo(comparison.whole(document));
          flips += found.flips() ? 1 : 0;
        }
        assertThat(comparison.effort().remembered()).isPositive();
      }
    }
    assertThat(flips).isPositive();
  }

  private static void edit(TreeMap<String, byte[]> files, String path, String from, String to) {
    String text = new String(files.get(path));
    assertThat(text).contains(from);
    files.put(path, text.replace(from, to).getBytes());
  }

  @Test
  @DisplayName("finds no difference to the pack that serves")
  void sameContentIsSame() {
    PackStatus serving =
        registry.list().stream()
            .filter(one -> one.id().equals("cn.gate") && one.state() == PackState.ACTIVE)
            .findFirst()
            .orElseThrow();
    PackRef same = new PackRef(serving.id(), serving.version(), serving.hash());
    try (Comparison comparison =
        new PackComparing(registry, registry).begin(same, Comparing.Scope.EVERYTHING)) {
      assertThat(stored).noneMatch(document -> comparison.passage(document).differs());
      assertThat(comparison.effort().whole()).isZero();
    }
  }

  @Test
  @DisplayName("calls a damaged document unreadable and goes on")
  void damaged() {
    PackRef candidate = install(candidate(1), "9.103.0");
    try (Comparison comparison =
        new PackComparing(registry, registry).begin(candidate, Comparing.Scope.EVERYTHING)) {
      byte[] document = stored.get(0);
      for (int length = 0; length < document.length; length += 97) {
        assertThat(comparison.passage(java.util.Arrays.copyOf(document, length)).readable())
            .isFalse();
      }
      assertThat(comparison.passage(document).readable()).isTrue();
    }
  }

  private static Compared bruteForce(byte[] document, PackRef candidate) {
    return difference(document, decided(document, null), decided(document, candidate));
  }

  /** What a full decision said. */
  private record Spoke(Verdict verdict, Set<Statement> statements) {}

  private static Spoke decided(byte[] document, PackRef candidate) {
    Decision decision = new PackRehearsal(registry).again(document, candidate).orElseThrow();
    return new Spoke(decision.verdict(), Statements.in(decision.document()));
  }

  private static Compared difference(byte[] document, Spoke before, Spoke after) {
    boolean flips = before.verdict() != after.verdict();
    Set<Statement> gone = new HashSet<>(before.statements());
    gone.removeAll(after.statements());
    Set<Statement> fresh = new HashSet<>(after.statements());
    fresh.removeAll(before.statements());
    return new Compared(
        true,
        Statements.enterprise(document),
        Statements.division(document),
        flips ? before.verdict() : null,
        flips ? after.verdict() : null,
        gone,
        fresh);
  }

  /** Without the verdict of each reason, which documents do not tell. */
  private static Compared plain(Compared found) {
    Set<Statement> gone = Statements.withoutVerdicts(found.gone());
    Set<Statement> fresh = Statements.withoutVerdicts(found.fresh());
    Set<Statement> both = new HashSet<>(gone);
    both.retainAll(fresh);
    gone.removeAll(both);
    fresh.removeAll(both);
    return new Compared(
        found.readable(),
        found.enterprise(),
        found.division(),
        found.before(),
        found.after(),
        gone,
        fresh);
  }

  private static PackRef install(TreeMap<String, byte[]> files, String version) {
    String text = new String(files.get("pack.yaml"));
    files.put("pack.yaml", text.replaceFirst("(?m)^version:.*$", "version: " + version).getBytes());
    PackStatus status = registry.install(new PackFiles(files).zip(), "test");
    assertThat(status.problems()).isEmpty();
    return new PackRef(status.id(), status.version(), status.hash());
  }

  /** A shipped pack with some operators, values and rules changed. */
  private static TreeMap<String, byte[]> candidate(int seed) {
    return replaced(seed % 2 == 0 ? "cn.gate" : "cn.verification", seed);
  }

  private static TreeMap<String, byte[]> replaced(String pack, int seed) {
    Random random = new Random(seed);
    TreeMap<String, byte[]> files = files(pack);
    files.keySet().removeIf(path -> path.startsWith("cases/"));
    Map<String, byte[]> changed = new LinkedHashMap<>();
    files.forEach((path, bytes) -> changed.put(path, change(path, new String(bytes), random)));
    files.putAll(changed);
    return files;
  }

  private static byte[] change(String path, String text, Random random) {
    if (path.endsWith(".drl")) {
      String[] from = {
        " < ", " >= ", " > ", "== true", "== false", "\"suspicious\"", "deny(drools"
      };
      String[] to = {" <= ", " > ", " >= ", "!= true", "!= false", "\"grave\"", "warn(drools"};
      String changed = text;
      for (int i = 0; i < 3; i++) {
        int which = random.nextInt(from.length);
        changed = some(changed, Pattern.quote(from[which]), to[which], random);
      }
      return changed.getBytes();
    }
    if (path.equals("parameters.yaml")) {
      return some(text, "value: 0\\.", "value: 1.", random).getBytes();
    }
    return text.getBytes();
  }

  private static String some(String text, String pattern, String with, Random random) {
    Matcher matcher = Pattern.compile(pattern).matcher(text);
    StringBuilder out = new StringBuilder();
    while (matcher.find()) {
      String kept = random.nextBoolean() ? with : matcher.group();
      matcher.appendReplacement(out, Matcher.quoteReplacement(kept));
    }
    return matcher.appendTail(out).toString();
  }

  private static TreeMap<String, byte[]> files(String pack) {
    Path folder = RULES.resolve(pack);
    TreeMap<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        String name = folder.relativize(path).toString();
        if (name.matches("pack.yaml|parameters.yaml|rules/.*|cases/.*")) {
          files.put(name, Files.readAllBytes(path));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }
}
