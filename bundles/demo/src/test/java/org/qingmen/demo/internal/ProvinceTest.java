package org.qingmen.demo.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.qingmen.model.Coded;
import org.qingmen.model.Division;
import org.qingmen.model.Plate;
import org.qingmen.model.PlateColour;
import org.qingmen.model.Vin;

class ProvinceTest {

  private final Province province = Province.read();

  private List<Truck> allTrucks() {
    List<Truck> all = new ArrayList<>();
    for (int i = 0; i < province.works().size(); i++) {
      all.addAll(new Trucks(province, i).make());
    }
    return all;
  }

  @Test
  void theProvinceHasAtLeastTwelveEnterprisesOfSeveralIndustries() {
    Set<String> industries = new HashSet<>();
    province.works().forEach(works -> industries.addAll(works.industries()));
    assertThat(province.works()).hasSizeGreaterThanOrEqualTo(12);
    assertThat(industries).contains("I01", "I15").hasSizeGreaterThan(6);
    Division whole = new Division(province.province().division());
    assertThat(province.works())
        .allSatisfy(w -> assertThat(whole.contains(new Division(w.division()))).isTrue());
  }

  @Test
  void everyVinHasItsCheckDigitAndEveryPlateItsForm() {
    assertThat(allTrucks())
        .hasSizeGreaterThan(400)
        .allSatisfy(
            truck -> {
              assertThat(new Vin(truck.vin()).checkDigitRight()).as(truck.vin()).isTrue();
              Plate plate =
                  new Plate(
                      truck.plate(), Coded.of(PlateColour.class, truck.colour()).orElseThrow());
              assertThat(plate.wellFormed()).as(truck.plate()).isTrue();
              assertThat(plate.colourFits()).as(truck.plate()).isTrue();
              assertThat(plate.newEnergyForm()).isEqualTo(truck.fuel().equals("electric"));
            });
  }

  @Test
  void noTwoTrucksShareAPlateOrAVin() {
    List<Truck> trucks = allTrucks();
    assertThat(trucks).extracting(Truck::plate).doesNotHaveDuplicates();
    assertThat(trucks).extracting(Truck::vin).doesNotHaveDuplicates();
  }

  @Test
  void aSpoiltVinIsWellFormedButFailsItsCheck() {
    Vin spoilt = new Vin(CheckDigits.spoilt("1M8GDM9AXKP042788"));
    assertThat(spoilt.wellFormed()).isTrue();
    assertThat(spoilt.checkDigitRight()).isFalse();
    assertThat(CheckDigits.vin("1M8GDM9A0KP042788")).isEqualTo("1M8GDM9AXKP042788");
  }

  @Test
  void creditCodesCarryTheirCheckCharacter() {
    assertThat(CheckDigits.creditCode("990102", 1000)).hasSize(18).startsWith("91990102MA");
    assertThat(RegistryPart.code(province, 0)).hasSize(22);
  }
}
