package org.qingmen.api.internal.ledgers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ColumnsTest {

  private final Columns<String> columns =
      new Columns<String>().with("plate", plate -> plate).with("minutes", plate -> 45L);

  @Test
  void aPlateOfNoUsualFormIsMaskedByTheNameOfItsColumn() {
    assertThat(columns.masked().cells("KZ-123-ABC")).containsExactly("KZ-***C", 45L);
    assertThat(columns.masked().cells(null)).containsExactly(null, 45L);
    assertThat(columns.masked().names()).isEqualTo(columns.names());
  }

  @Test
  void whoMaySeePlatesSeesThem() {
    assertThat(columns.cells("冀B12345")).containsExactly("冀B12345", 45L);
  }
}
