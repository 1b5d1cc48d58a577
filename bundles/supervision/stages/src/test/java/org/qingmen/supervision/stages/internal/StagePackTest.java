package org.qingmen.supervision.stages.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.qingmen.engine.RulesWorkbench;
import org.qingmen.model.EmissionStage;
import org.qingmen.spi.pack.Parameter;
import org.qingmen.supervision.stages.DisclosureNumber;

@DisplayName("What is known beforehand")
class StagePackTest {

  @Test
  @DisplayName("the dated tables of vehicles are the same as those that verify records")
  void oneTruthOfDates() {
    Map<String, Parameter> verifying = tables("cn.verification");

    assertThat(verifying).hasSizeGreaterThan(20);
    assertThat(tables("cn.stage")).containsAllEntriesOf(verifying);
  }

  private static Map<String, Parameter> tables(String pack) {
    Map<String, Parameter> tables = new TreeMap<>();
    try (RulesWorkbench workbench = new RulesWorkbench()) {
      for (Parameter one :
          workbench.check(Path.of("../../../rules", pack)).content().parameters()) {
        if (one.name().matches("stage\\.(heavy|light)\\..*|stage\\.lead-years")
            && one.from().isBefore(LocalDate.of(2002, 1, 1))) {
          tables.put(one.name(), one);
        }
      }
    }
    return tables;
  }

  @Test
  @DisplayName("a disclosure number has 24 characters and tells class and stage")
  void readsDisclosureNumbers() {
    DisclosureNumber number = DisclosureNumber.read("CNFJG3001234ABCDEF567890").orElseThrow();

    assertThat(number.vehicleClass()).isEqualTo("FJ");
    assertThat(number.stage()).isEqualTo(EmissionStage.III);
    assertThat(number.noise()).isEqualTo("00");
    assertThat(number.maker()).isEqualTo("1234");
    assertThat(number.model()).isEqualTo("ABCDEF");
    for (String wrong :
        new String[] {
          null, "", "CNFJG300", "CNFJG7001234ABCDEF567890", "USFJG3001234ABCDEF567890"
        }) {
      assertThat(DisclosureNumber.read(wrong)).isEqualTo(Optional.empty());
    }
  }

  @Test
  @DisplayName("a VIN tells its model year, in the cycle that is closest to the registration")
  void readsModelYears() {
    assertThat(ModelYear.near("LZZ1CLVB7JA000001", 2018)).hasValue(2018);
    assertThat(ModelYear.near("LZZ1CLVB7NA000001", 1993)).hasValue(1992);
    assertThat(ModelYear.near("LZZ1CLVB7NA000001", 2019)).hasValue(2022);
    assertThat(ModelYear.near("LZZ1CLVB7AA000001", 2010)).hasValue(2010);
    assertThat(ModelYear.near("LZZ1CLVB79A000001", 2009)).hasValue(2009);
    assertThat(ModelYear.near("WDB1CLVB7JA000001", 2018)).isEmpty();
    assertThat(ModelYear.near("LZZ", 2018)).isEmpty();
    assertThat(ModelYear.near(null, 2018)).isEmpty();
  }
}
