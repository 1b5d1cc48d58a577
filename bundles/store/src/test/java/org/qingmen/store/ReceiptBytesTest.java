package org.qingmen.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.qingmen.model.Receipt;
import org.qingmen.store.internal.project.Codes;
import org.qingmen.store.internal.project.ReceiptBytes;

class ReceiptBytesTest {

  @Test
  void everyReceiptComesBackAsItWas() {
    for (int i = 0; i < 1000; i++) {
      String receipt = Receipt.of("E", "S" + i).value();
      assertThat(ReceiptBytes.text(ReceiptBytes.of(receipt))).isEqualTo(receipt);
    }
  }

  @Test
  void everyCodeOfTheModelHasANumber() {
    for (Codes table : Codes.values()) {
      assertThat(table.missing()).as(table.name()).isEmpty();
    }
  }
}
