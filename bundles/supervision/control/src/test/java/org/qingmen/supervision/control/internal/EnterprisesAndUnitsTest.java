package org.qingmen.supervision.control.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.qingmen.supervision.control.internal.Bureau.CEMENT;
import static org.qingmen.supervision.control.internal.Bureau.STEEL;
import static org.qingmen.supervision.control.internal.Bureau.ZHANG;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.journal.JournalUnavailableException;
import org.qingmen.store.Draft;
import org.qingmen.store.testing.MemoryRegistry;

class EnterprisesAndUnitsTest {

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
  void anEnterpriseIsKnownAsSoonAsItIsRegistered() {
    assertThat(bureau.enterprises.find(CEMENT))
        .contains(new Enterprise(CEMENT, "示例", "130203", java.util.List.of("I15"), "B"));
    assertThat(bureau.enterprises.find("UNHEARD-OF")).isEmpty();
    assertThat(bureau.enterprises.find(null)).isEmpty();

    bureau.enterprise(CEMENT, "130203", "I15", "C");
    assertThat(bureau.known(CEMENT).declaredGrade()).isEqualTo("C");

    bureau.registry.delete("enterprise", CEMENT, ZHANG);
    assertThat(bureau.enterprises.find(CEMENT)).isEmpty();
  }

  @Test
  void enterprisesAreFoundByDivisionAndIndustry() {
    assertThat(bureau.enterprises.within("13")).extracting(Enterprise::id).containsExactly(CEMENT);
    assertThat(bureau.enterprises.within("")).hasSize(2);
    assertThat(bureau.enterprises.ofIndustry("I01"))
        .extracting(Enterprise::id)
        .containsExactly(STEEL);
  }

  @Test
  void aVehicleIsKnownByItsVinElseByItsPlate() {
    vehicle("冀B12345", "5");

    assertThat(bureau.units.vehicle(VIN, null)).map(v -> v.stage()).contains("5");
    assertThat(bureau.units.vehicle("OTHER", "冀B12345")).map(v -> v.vin()).contains(VIN);
    assertThat(bureau.units.vehicle(null, "冀B00000")).isEmpty();

    vehicle("冀B99999", "6");
    assertThat(bureau.units.vehicle(null, "冀B12345")).isEmpty();
    assertThat(bureau.units.vehicle(null, "冀B99999")).map(v -> v.stage()).contains("6");
  }

  @Test
  void aVehicleStoredAgainUnchangedStaysKnown() {
    vehicle("冀B12345", "5");
    vehicle("冀B12345", "5");

    assertThat(bureau.units.vehicle(VIN, null)).isPresent();
  }

  @Test
  void aUnitIsRegisteredAtItsEnterpriseUnderEachOfItsCodes() {
    put("machine", CEMENT + "/3-AB12345", "{\"machineCode\": \"M-1\", \"stage\": \"3\"}");
    put("in-plant-vehicle", CEMENT + "/N7", "{\"number\": \"N7\", \"stage\": \"6\"}");

    assertThat(bureau.units.unitRegistered(CEMENT, "3-AB12345")).isTrue();
    assertThat(bureau.units.unitRegistered(CEMENT, "M-1")).isTrue();
    assertThat(bureau.units.unitRegistered(CEMENT, "N7")).isTrue();
    assertThat(bureau.units.unitRegistered(STEEL, "N7")).isFalse();

    bureau.registry.delete("in-plant-vehicle", CEMENT + "/N7", ZHANG);
    assertThat(bureau.units.unitRegistered(CEMENT, "N7")).isFalse();
  }

  @Test
  void nothingIsDecidedBeforeTheRegistryWasRead() {
    MemoryRegistry away = new MemoryRegistry();
    away.goAway();
    EnterpriseBook blind = new EnterpriseBook(away);

    assertThatThrownBy(() -> blind.find(CEMENT)).isInstanceOf(JournalUnavailableException.class);
    assertThatThrownBy(() -> new UnitBook(away).vehicle(VIN, null))
        .isInstanceOf(JournalUnavailableException.class);
  }

  private void vehicle(String plate, String stage) {
    String body = "{\"plate\": \"%s\", \"stage\": \"%s\"}".formatted(plate, stage);
    bureau.registry.put(new Draft("vehicle", VIN, null, null, body), ZHANG);
  }

  private void put(String kind, String id, String body) {
    bureau.registry.put(new Draft(kind, id, CEMENT, "130203", body), ZHANG);
  }
}
