package org.qingmen.store.internal.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.qingmen.store.BadCursorException;

class CursorTest {

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "", ".", "1.", "1.x", "99999999999999999999.1"})
  void aDamagedCursorIsNamedAsSuch(String cursor) {
    assertThatThrownBy(() -> Cursor.parse(cursor))
        .isInstanceOfSatisfying(
            BadCursorException.class, bad -> assertThat(bad.cursor()).isEqualTo(cursor));
  }

  @Test
  void aCursorOfOursIsReadBack() {
    assertThat(Cursor.parse(new Cursor(7, 9).toString())).isEqualTo(new Cursor(7, 9));
  }
}
