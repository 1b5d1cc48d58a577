package org.qingmen.supervision.registers.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.qingmen.model.Text;
import org.qingmen.spi.refusal.Refusal.Fault;
import org.qingmen.supervision.control.ViolatorList;
import org.qingmen.supervision.registers.internal.Bureau;

/** The preview of an import tells which vehicles the list has already. */
class ViolatorTargetTest {

  /** A list on which every vehicle is, but for the entry v-1 itself. */
  private static final ViolatorList FULL =
      (ViolatorList)
          Proxy.newProxyInstance(
              ViolatorList.class.getClassLoader(),
              new Class<?>[] {ViolatorList.class},
              (proxy, called, a) -> {
                assertThat(called.getName()).isEqualTo("alike");
                return "v-1".equals(a[0])
                    ? List.of()
                    : List.of(new Fault("listed-already", "/plate", new Text("已列", "listed")));
              });

  @Test
  void aRowThatNamesAListedVehicleCarriesAWarning() throws Exception {
    ObjectNode entry =
        (ObjectNode)
            new ObjectMapper()
                .readTree(
                    "{\"plate\":{\"number\":\"冀B12345\",\"colour\":\"yellow\"},\"reason\":\"超标\"}");
    ViolatorTarget target = new ViolatorTarget(FULL);
    assertThat(target.warnings(null, "i-2", entry, Bureau.officer("13")))
        .extracting(Fault::code)
        .contains("listed-already");
    assertThat(target.warnings(null, "v-1", entry, Bureau.officer("13")))
        .extracting(Fault::code)
        .doesNotContain("listed-already");
  }
}
