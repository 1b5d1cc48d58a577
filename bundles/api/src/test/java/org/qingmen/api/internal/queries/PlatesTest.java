package org.qingmen.api.internal.queries;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.qingmen.security.Principal;
import org.qingmen.security.Role;
import org.qingmen.security.Scope;

class PlatesTest {

  private final Plates plates = new Plates(Set.of(Role.OFFICER, Role.ENTERPRISE));

  @ParameterizedTest
  @CsvSource({"冀B12345, 冀B1***5", "冀BD12345, 冀BD***5", "WJ01, ***", "使12345, 使12***5"})
  void aMaskedPlateKeepsItsHeadAndItsLastCharacter(String plate, String masked) {
    assertThat(Plates.plate(plate)).isEqualTo(masked);
    assertThat(Plates.plate(null)).isNull();
  }

  @Test
  void anAlarmGivesNoPlateAwayWhereverItStandsAndBarriersAndContractsKeepTheirNumbers()
      throws Exception {
    String alarm =
        """
        {"text":"名单内车辆 冀B12345 在 A01 放行","key":"listed-vehicle-admitted/E1/冀B12345",
         "values":{"plate":"冀B12345"},"number":"HT-2026-01",
         "lastOccurrence":{"message":{"en":"the vehicle 冀BD12345 was admitted"}}}""";
    String masked =
        Plates.tree(new com.fasterxml.jackson.databind.ObjectMapper().readTree(alarm)).toString();
    assertThat(masked).doesNotContain("12345").contains("冀B1***5", "A01", "HT-2026-01");
  }

  @Test
  void whatIsMaskedTwiceStaysAsItIs() throws Exception {
    var mapper = new com.fasterxml.jackson.databind.ObjectMapper();
    var once =
        Plates.tree(mapper.readTree("{\"plate\":\"冀B12345\",\"vin\":\"LZZ1CLVB7AA000001\"}"));
    assertThat(Plates.tree(once)).isEqualTo(once);
  }

  @Test
  void aMaskedVinKeepsTheMakeOnly() {
    assertThat(Plates.vin("LZZ1CLVB7AA000001")).isEqualTo("LZZ1CLVB***");
    assertThat(Plates.vin("SHORT")).isEqualTo("***");
    assertThat(Plates.vin(null)).isNull();
  }

  @Test
  void oneRoleThatMaySeePlatesIsEnough() {
    assertThat(plates.masked(caller(Role.AUDITOR))).isTrue();
    assertThat(plates.masked(caller(Role.PROVINCIAL_IT))).isTrue();
    assertThat(plates.masked(caller(Role.OFFICER))).isFalse();
    assertThat(plates.masked(caller(Role.AUDITOR, Role.OFFICER))).isFalse();
  }

  private static Principal caller(Role first, Role... more) {
    return new Principal("x", EnumSet.of(first, more), Scope.ROOT, null);
  }

  @Test
  void nothingInADecisionNamesTheVehicleAnyMore() throws Exception {
    JsonNode document =
        new ObjectMapper()
            .readTree(
                """
                {"facts": {"passage": {"plate": {"number": "冀B12345"}, "tonnes": 30.5,
                   "vehicle": {"vin": "LZZ1CLVB7AA000001", "engine": "WP10-5521378"}},
                   "listed": [{"plate": "冀B12345", "reason": "x"}]},
                 "reasons": [{"zh": "冀B12345 在违规名单中", "en": "LZZ1CLVB7AA000001 is listed"}]}""");

    String masked = Plates.tree(document).toString();

    assertThat(masked).doesNotContain("冀B12345", "LZZ1CLVB7AA000001", "WP10-5521378");
    assertThat(masked).contains("冀B1***5 在违规名单中", "30.5", "LZZ1CLVB*** is listed");
  }
}
