package org.qingmen.supervision.ledgers.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingmen.store.EnterpriseDays.Movement;
import org.qingmen.supervision.ledgers.Visit;
import org.qingmen.supervision.ledgers.Visit.Kind;

/** Entries and exits become visits. */
class PairingTest {

  private static final Instant BEGIN = Instant.parse("2026-10-01T00:00:00Z");
  private static final Duration WEEK = Duration.ofDays(7);

  @Test
  void anEntryAndTheExitThatFollowsAreAVisit() {
    List<Visit> visits = pair(10, in(1, 0, "A"), out(2, 45, "A"));
    assertThat(visits).extracting(Visit::kind).containsExactly(Kind.COMPLETE);
    assertThat(visits.get(0).dwell()).isEqualTo(Duration.ofMinutes(45));
  }

  @Test
  void twoEntriesInARowLeaveTheFirstWithoutExit() {
    assertThat(pair(1, in(1, 0, "A"), in(2, 30, "A"), out(3, 60, "A")))
        .extracting(Visit::kind)
        .containsExactly(Kind.ENTERED_AGAIN, Kind.COMPLETE);
  }

  @Test
  void anExitWithoutEntryAndAnUnreadPlateStandAlone() {
    assertThat(pair(1, out(1, 0, "A"), in(2, 5, null)))
        .extracting(Visit::kind)
        .containsExactly(Kind.EXIT_ONLY, Kind.UNREAD);
  }

  @Test
  void theSamePlateInAnotherColourIsAnotherVehicle() {
    Movement blue = movement(2, 30, "A", "blue", "out");
    assertThat(pair(1, in(1, 0, "A"), blue))
        .extracting(Visit::kind)
        .containsExactly(Kind.INSIDE, Kind.EXIT_ONLY);
  }

  @Test
  void whoEnteredLongAgoIsNotInsideButNeverLeft() {
    assertThat(pair(8, in(1, 0, "A"))).extracting(Visit::kind).containsExactly(Kind.NEVER_LEFT);
    assertThat(pair(7, in(1, 0, "A"))).extracting(Visit::kind).containsExactly(Kind.INSIDE);
  }

  @Test
  void anOfflineRecordThatArrivesLateRepairsThePairs() {
    Movement first = in(1, 0, "A");
    Movement second = in(2, 120, "A");
    Movement exit = out(3, 180, "A");
    assertThat(pair(1, first, second, exit))
        .extracting(Visit::kind)
        .containsExactly(Kind.ENTERED_AGAIN, Kind.COMPLETE);
    Movement late = out(9, 60, "A");
    assertThat(pair(1, first, second, exit, late))
        .extracting(Visit::kind)
        .containsExactly(Kind.COMPLETE, Kind.COMPLETE);
  }

  /** Every 100 of these are 100 other sequences; the order of arrival must not matter. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15})
  void pairsAreThoseOfTheOracleInWhateverOrderRecordsArrive(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 100; i++) {
      List<Movement> movements = random(random);
      Instant now = BEGIN.plus(Duration.ofHours(random.nextInt(24 * 30)));
      List<String> expected = PairingOracle.pairs(movements, now);
      for (int order = 0; order < 3; order++) {
        Collections.shuffle(movements, random);
        assertThat(shown(new Pairing(WEEK, now).visits(movements)))
            .as("seed %d, sequence %d", seed, i)
            .containsExactlyInAnyOrderElementsOf(expected);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {21, 22, 23, 24, 25, 26, 27, 28, 29, 30})
  void aWindowOfOneLongestVisitMoreAnswersAsAllOfHistory(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 100; i++) {
      List<Movement> movements = random(random);
      Instant now = BEGIN.plus(Duration.ofDays(30));
      Instant from = BEGIN.plus(Duration.ofHours(random.nextInt(24 * 20)));
      Instant to = from.plus(Duration.ofDays(1 + random.nextInt(5)));
      List<Movement> window =
          movements.stream()
              .filter(m -> !m.time().isBefore(from.minus(WEEK)))
              .filter(m -> m.time().isBefore(to.plus(WEEK).plusMillis(1)))
              .toList();
      Pairing pairing = new Pairing(WEEK, now);
      assertThat(begunWithin(pairing.visits(window), from, to))
          .as("seed %d, sequence %d", seed, i)
          .isEqualTo(begunWithin(pairing.visits(movements), from, to));
    }
  }

  private static List<String> begunWithin(List<Visit> visits, Instant from, Instant to) {
    return shown(
        visits.stream()
            .filter(v -> !v.begin().isBefore(from) && v.begin().isBefore(to))
            // Why an entry has no exit may lie beyond the window: only that it has none matters.
            .map(
                v ->
                    v.kind() == Kind.NEVER_LEFT
                        ? new Visit(Kind.ENTERED_AGAIN, v.entry(), null)
                        : v)
            .toList());
  }

  private static List<String> shown(List<Visit> visits) {
    return visits.stream()
        .map(v -> v.kind() + " " + number(v.entry()) + "-" + number(v.exit()))
        .toList();
  }

  private static String number(Movement movement) {
    return movement == null ? "" : String.valueOf(movement.position());
  }

  private static List<Movement> random(Random random) {
    List<Movement> movements = new ArrayList<>();
    int vehicles = 1 + random.nextInt(3);
    int number = random.nextInt(25);
    for (int i = 0; i < number; i++) {
      String plate = random.nextInt(15) == 0 ? null : "P" + random.nextInt(vehicles);
      // Hours collide on purpose: an entry and an exit of the same moment happen.
      int minutes = random.nextInt(24 * 25) * 60;
      movements.add(
          movement(
              i + 1,
              minutes,
              plate,
              random.nextInt(6) == 0 ? "blue" : "yellow",
              random.nextBoolean() ? "in" : "out"));
    }
    return movements;
  }

  private static List<Visit> pair(int days, Movement... movements) {
    return new Pairing(WEEK, BEGIN.plus(Duration.ofDays(days))).visits(List.of(movements));
  }

  private static Movement in(long position, int minutes, String plate) {
    return movement(position, minutes, plate, "yellow", "in");
  }

  private static Movement out(long position, int minutes, String plate) {
    return movement(position, minutes, plate, "yellow", "out");
  }

  private static Movement movement(
      long position, int minutes, String plate, String colour, String direction) {
    Instant time = BEGIN.plus(Duration.ofMinutes(minutes));
    return new Movement(
        position,
        "R" + position,
        "A01",
        direction,
        time,
        time,
        plate,
        colour,
        "5",
        null,
        null,
        "allow",
        true,
        false);
  }
}
