package org.qingmen.intake.internal.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.qingmen.model.Direction;
import org.qingmen.model.GatePassage;
import org.qingmen.model.Plate;
import org.qingmen.model.PlateColour;

class WeighbridgeTest {

  private static final String PLANT = "91130200700000001K001P";
  private static final OffsetDateTime MORNING = OffsetDateTime.parse("2026-10-01T08:00:00+08:00");

  private final Weighbridge weighbridge = new Weighbridge();

  @Test
  void theNetMassIsTheDifferenceOfTheWeighingsOnTheWayInAndOut() {
    weighbridge.weighed(PLANT, "A01", at(0), 48_500);
    assertThat(weighbridge.netTonnes(passage("冀B12345", 1))).isEmpty();
    weighbridge.weighed(PLANT, "A01", at(60), 15_000);
    assertThat(weighbridge.netTonnes(passage("冀B12345", 61))).contains(33.5);
  }

  @Test
  void aWeighingAfterThePassageFindsItsPlate() {
    weighbridge.netTonnes(passage("冀B12345", 0));
    assertThat(weighbridge.weighed(PLANT, "A01", at(2), 48_500))
        .hasValueSatisfying(match -> assertThat(match.plate()).isEqualTo("冀B12345"));
  }

  @Test
  void aWeighingAtAnotherBarrierOrAnHourLaterBelongsToNobody() {
    weighbridge.netTonnes(passage("冀B12345", 0));
    assertThat(weighbridge.weighed(PLANT, "B02", at(1), 48_500)).isEmpty();
    assertThat(weighbridge.weighed(PLANT, "A01", at(60), 48_500)).isEmpty();
  }

  @Test
  void aTicketThatNamesItsPlateCountsForThePassage() {
    weighbridge.ticket(PLANT, "冀B12345", at(0), 31.2);
    assertThat(weighbridge.netTonnes(passage("冀B12345", 20))).contains(31.2);
    assertThat(weighbridge.netTonnes(passage("冀B54321", 20))).isEmpty();
  }

  private static Instant at(int minutes) {
    return MORNING.plusMinutes(minutes).toInstant();
  }

  private static GatePassage passage(String plate, int minutes) {
    return new GatePassage(
        PLANT,
        "S" + minutes,
        null,
        "A01",
        null,
        Direction.IN,
        MORNING.plusMinutes(minutes),
        new Plate(plate, PlateColour.YELLOW),
        null,
        null,
        null,
        null,
        Map.of(),
        false,
        null);
  }
}
