package org.qingmen.supervision.control.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.qingmen.supervision.control.internal.Bureau.ZHANG;
import static org.qingmen.supervision.control.internal.Bureau.refused;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingmen.model.Plate;
import org.qingmen.model.PlateColour;
import org.qingmen.spi.facts.Listed;
import org.qingmen.spi.refusal.Refusal;
import org.qingmen.store.Document;
import org.qingmen.supervision.control.ListDelta;

class ViolatorListTest {

  private static final Plate TRUCK = new Plate("冀B12345", PlateColour.YELLOW);
  private static final String VIN = "LZZ1CLVB7AA000001";

  @TempDir Path data;
  private Bureau bureau;

  @BeforeEach
  void open() {
    bureau = new Bureau(data);
  }

  @AfterEach
  void close() {
    bureau.close();
  }

  @Test
  void aListedPlateIsFoundByNumberAndColour() {
    put("v-1", "");

    assertThat(listed(TRUCK, null)).singleElement().isEqualTo("v-1 by plate: 遥感超标");
    assertThat(listed(new Plate("冀B12345", PlateColour.BLUE), null)).isEmpty();
    assertThat(listed(new Plate(null, PlateColour.UNKNOWN), null)).isEmpty();
  }

  private List<String> alike(String json) {
    return bureau.violators.alike("v-new", json).stream()
        .map(fault -> fault.code() + " " + fault.pointer() + " " + fault.message().zh())
        .toList();
  }

  @Test
  void whoListsTheSameVehicleTwiceIsWarnedAndToldWhichEntryItIs() {
    put("v-1", "");
    String same = "{\"plate\":{\"number\":\"冀B12345\",\"colour\":\"yellow\"},\"reason\":\"又一次\"%s}";

    assertThat(alike(same.formatted("")))
        .containsExactly("listed-already /plate 该车辆已在名单中：条目 v-1（遥感超标）");
    assertThat(alike(same.formatted(",\"to\":\"2000-01-01T00:00:00+08:00\"")))
        .as("a time that is over overlaps nothing")
        .isEmpty();
    assertThat(alike(same.formatted("").replace("yellow", "blue"))).isEmpty();
    assertThat(bureau.violators.alike("v-1", same.formatted("")))
        .as("an entry is not its own double")
        .isEmpty();
  }

  @Test
  void aListedVinIsFoundUnderAnyPlate() {
    bureau.violators.put("v-1", "{\"vin\": \"%s\", \"reason\": \"屏蔽排放\"}".formatted(VIN), ZHANG);

    assertThat(listed(new Plate("晋A00001", PlateColour.BLUE), VIN))
        .containsExactly("v-1 by vin: 屏蔽排放");
    assertThat(listed(TRUCK, null)).isEmpty();
  }

  @Test
  void anEntryThatFitsByPlateAndVinCountsOnce() {
    put("v-1", ", \"vin\": \"" + VIN + "\"");

    assertThat(listed(TRUCK, VIN)).hasSize(1);
  }

  @Test
  void anEntryHoldsWithinItsPeriodAtTheTimeOfThePassage() {
    put("v-1", ", \"from\": \"2026-10-01T00:00:00+08:00\", \"to\": \"2026-10-02T00:00:00+08:00\"");

    assertThat(listedAt("2026-09-30T23:59:59+08:00")).isEmpty();
    assertThat(listedAt("2026-10-01T00:00:00+08:00")).hasSize(1);
    assertThat(listedAt("2026-10-01T23:59:59+08:00")).hasSize(1);
    assertThat(listedAt("2026-10-02T00:00:00+08:00")).isEmpty();
  }

  @Test
  void anEntryWithoutATimeHoldsFromTheBeginningOfTheDay() {
    put("v-1", "");

    assertThat(listedAt("2026-10-01T00:00:00+08:00")).hasSize(1);
    assertThat(listedAt("2026-09-30T23:59:59+08:00")).isEmpty();
  }

  @Test
  void anEntryBindsTheGatesOfItsDivisionAndBelow() {
    put("v-1", ", \"division\": \"130200\"");

    assertThat(at("130203")).hasSize(1);
    assertThat(at("130200")).hasSize(1);
    assertThat(at("130100")).isEmpty();
    assertThat(at("140203")).isEmpty();
  }

  @Test
  void whatIsTakenOffTheListIsNotFoundAnyMore() {
    put("v-1", "");
    bureau.violators.delete("v-1", ZHANG);

    assertThat(listed(TRUCK, null)).isEmpty();
    assertThat(bureau.violators.get("v-1")).isEmpty();
    assertThat(bureau.violators.list(null, null, 10).items()).isEmpty();
    assertThat(refused(() -> bureau.violators.delete("v-1", ZHANG)).code())
        .isEqualTo("unknown-violator");
  }

  @Test
  void aChangedEntryIsFoundUnderItsNewPlateOnly() {
    put("v-1", "");
    bureau.violators.put(
        "v-1",
        "{\"plate\": {\"number\": \"冀B99999\", \"colour\": \"yellow\"}, \"reason\": \"r\"}",
        ZHANG);

    assertThat(listed(TRUCK, null)).isEmpty();
    assertThat(listed(new Plate("冀B99999", PlateColour.YELLOW), null)).hasSize(1);
  }

  @Test
  void gatesFetchOnlyWhatChanged() {
    put("v-1", "");
    put("v-2", "");
    long known = bureau.violators.version();
    put("v-3", "");
    put("v-1", "");
    bureau.violators.delete("v-2", ZHANG);

    ListDelta delta = bureau.violators.delta(known, null, 1000);

    assertThat(known).isEqualTo(2);
    assertThat(delta.version()).isEqualTo(5).isEqualTo(bureau.violators.version());
    assertThat(delta.more()).isFalse();
    assertThat(delta.put()).extracting(Document::id).containsExactly("v-3", "v-1");
    assertThat(delta.removed()).containsExactly("v-2");
    assertThat(bureau.violators.delta(5, null, 1000).put()).isEmpty();
  }

  @Test
  void aReaderAheadOfTheListGetsItWholeAndForgetsWhatItHas() {
    put("v-1", "");
    put("v-2", "");

    ListDelta ahead = bureau.violators.delta(999, null, 1);
    ListDelta rest = bureau.violators.delta(ahead.version(), null, 1000);

    assertThat(ahead.reset()).isTrue();
    assertThat(ahead.put()).extracting(Document::id).containsExactly("v-1");
    assertThat(ahead.more()).isTrue();
    assertThat(ahead.version()).isEqualTo(1);
    assertThat(rest.reset()).isFalse();
    assertThat(rest.version()).isEqualTo(bureau.violators.version());
    assertThat(bureau.violators.delta(2, null, 1000).reset()).isFalse();
  }

  @Test
  void aLongDeltaComesInPieces() {
    for (int i = 0; i < 5; i++) {
      put("v-" + i, "");
    }

    ListDelta first = bureau.violators.delta(0, null, 2);
    ListDelta second = bureau.violators.delta(first.version(), null, 3);

    assertThat(first.more()).isTrue();
    assertThat(first.put()).extracting(Document::id).containsExactly("v-0", "v-1");
    assertThat(second.more()).isFalse();
    assertThat(second.version()).isEqualTo(5);
    assertThat(second.put()).hasSize(3);
  }

  @Test
  void aGateSeesEntriesOfItsDivisionAndOfThoseAboveIt() {
    put("v-city", ", \"division\": \"130200\"");
    put("v-nation", "");
    put("v-other", ", \"division\": \"140000\"");

    assertThat(ids("130203")).containsExactly("v-city", "v-nation");
    assertThat(ids("13")).containsExactly("v-city", "v-nation");
    assertThat(ids("14")).containsExactly("v-nation", "v-other");
    assertThat(bureau.violators.delta(0, "140203", 10).put())
        .extracting(Document::id)
        .containsExactly("v-nation", "v-other");
  }

  @Test
  void listAndVersionOutliveARestart() {
    put("v-1", "");
    put("v-2", "");
    bureau.violators.delete("v-2", ZHANG);

    bureau.start();

    assertThat(bureau.violators.version()).isEqualTo(3);
    assertThat(listed(TRUCK, null)).hasSize(1);
    assertThat(bureau.violators.delta(2, null, 10).removed()).containsExactly("v-2");
  }

  @Test
  void theListComesInPages() {
    for (int i = 0; i < 3; i++) {
      put("v-" + i, "");
    }

    var first = bureau.violators.list(null, null, 2);
    var second = bureau.violators.list(null, first.next(), 2);

    assertThat(first.items()).hasSize(2);
    assertThat(second.items()).extracting(Document::id).containsExactly("v-2");
    assertThat(second.next()).isNull();
  }

  @Test
  void whatTheServerAddedMayBeSentBack() {
    Document stored = put("v-1", "");

    assertThat(bureau.violators.put("v-1", stored.body(), ZHANG).version()).isEqualTo(2);
    assertThat(bureau.violators.put(null, stored.body(), ZHANG).id()).isEqualTo("v-1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"reason\": \"r\"}                                                  | schema",
        "{\"vin\": \"V\"}                                                     | schema",
        "{\"vin\": \"V\", \"reason\": \"r\", \"colour\": \"red\"}             | schema",
        "{\"vin\": \"V\", \"reason\": 7}                                      | schema",
        "{\"plate\": {\"number\": \"冀B1\", \"colour\": \"red\"}, \"reason\": \"r\"} | schema",
        "{\"vin\": \"V\", \"reason\": \"r\", \"from\": \"2026-02-30T00:00:00Z\"} | bad-time",
        "{\"vin\": \"V\", \"reason\": \"r\", \"id\": \"other\"}               | other-id",
        "not json                                                           | not-json",
        "[1]                                                                | schema",
        "{\"vin\": \"V\", \"reason\": \"r\", \"from\": \"2026-10-02T00:00:00Z\","
            + " \"to\": \"2026-10-01T00:00:00Z\"}                           | ends-before-it-begins",
      })
  void badInputIsRefusedByName(String json, String fault) {
    Refusal refusal = refused(() -> bureau.violators.put("v-1", json, ZHANG));

    assertThat(refusal.code()).isEqualTo("bad-violator");
    assertThat(refusal.kind().status()).isEqualTo(422);
    assertThat(refusal.faults()).extracting(Refusal.Fault::code).contains(fault);
    assertThat(refusal.faults().get(0).message().zh())
        .isNotEqualTo(refusal.faults().get(0).message().en());
    assertThat(bureau.violators.version()).isZero();
  }

  @Test
  void everyChangeIsInTheAuditTrail() {
    put("v-1", "");
    bureau.violators.delete("v-1", ZHANG);

    assertThat(bureau.audit.list(ZHANG, "violator", null, 10).items())
        .extracting(entry -> entry.action() + " " + entry.target())
        .containsExactly("violator.delete v-1", "violator.put v-1");
  }

  private Document put(String id, String more) {
    String json =
        "{\"plate\": {\"number\": \"冀B12345\", \"colour\": \"yellow\"}, \"reason\": \"遥感超标\"%s}"
            .formatted(more);
    return bureau.violators.put(id, json, ZHANG);
  }

  private List<String> listed(Plate plate, String vin) {
    return bureau.inForce.listed(plate, vin, "130203", bureau.now()).stream()
        .map(l -> l.id() + " by " + l.matchedBy() + ": " + l.reason())
        .toList();
  }

  private List<Listed> listedAt(String time) {
    Instant at = java.time.OffsetDateTime.parse(time).toInstant();
    return bureau.inForce.listed(TRUCK, null, "130203", at);
  }

  private List<Listed> at(String division) {
    return bureau.inForce.listed(TRUCK, null, division, bureau.now().plus(Duration.ofHours(1)));
  }

  private List<String> ids(String division) {
    return bureau.violators.list(division, null, 10).items().stream().map(Document::id).toList();
  }
}
