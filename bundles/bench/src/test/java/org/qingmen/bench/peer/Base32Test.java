package org.qingmen.bench.peer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.qingmen.model.Receipt;
import org.qingmen.store.internal.project.ReceiptBytes;

class Base32Test {

  @Test
  void thePeerStoresReceiptsInTheProductsForm() {
    for (int i = 0; i < 1_000; i++) {
      String receipt = Receipt.of("91130200000000001K001P", "S-" + i).value();
      assertThat(Base32.bytes(receipt)).isEqualTo(ReceiptBytes.of(receipt));
    }
  }
}
