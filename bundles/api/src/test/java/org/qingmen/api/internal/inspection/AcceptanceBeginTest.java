package org.qingmen.api.internal.inspection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.qingmen.api.internal.door.Json;
import org.qingmen.intake.SchemaCheck;
import org.qingmen.spi.intake.PassageAnswer.Fault;

class AcceptanceBeginTest {

  private final SchemaCheck begin = SchemaCheck.of("acceptance-begin");

  @Test
  void theEnterpriseThatIsMissingIsNamed() {
    assertThat(begin.faults(Json.object()))
        .extracting(Fault::pointer)
        .containsExactly("/enterprise");
  }

  @Test
  void aMemberThatNobodyKnowsIsNamed() {
    var asked = Json.object().put("enterprise", "E1").put("gate", "A01");
    assertThat(begin.faults(asked)).extracting(Fault::pointer).containsExactly("/gate");
  }
}
