package org.qingmen.supervision.registers.internal.imports;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.qingmen.supervision.registers.RegisterKind;
import org.qingmen.supervision.registers.RegisterKinds;

class ViolatorHeadersTest {

  private static final RegisterKind VIOLATOR = RegisterKinds.ofKind("violator");

  @Test
  void theUsualChineseHeadersOfAViolatorListAreKnown() {
    List<Field> fields = Field.of(VIOLATOR);
    assertThat(
            new Words()
                .guess(List.of("号牌号码", "号牌颜色", "区划", "有效期起", "有效期止", "原因", "来源", "机械环保代码"), fields))
        .containsExactly(
            "plate.number",
            "plate.colour",
            "division",
            "from",
            "to",
            "reason",
            "source",
            "machine");
    assertThat(new Words().guess(List.of("行政区划"), fields)).containsExactly("division");
  }

  @Test
  void everyColumnOfTheTemplateHasATitleInBothLanguages() {
    assertThat(Field.of(VIOLATOR))
        .allSatisfy(field -> assertThat(field.title().zh()).isNotEqualTo(field.title().en()));
  }
}
