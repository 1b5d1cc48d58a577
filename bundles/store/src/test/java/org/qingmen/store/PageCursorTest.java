package org.qingmen.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageCursorTest {

  @ParameterizedTest
  @ValueSource(strings = {"v-1", "91130200700000031K001P/入口 1", "a.b.c", ""})
  void anIdComesBackFromItsCursor(String id) {
    assertThat(PageCursor.after(id)).matches("[A-Za-z0-9_.-]+");
    if (!id.isEmpty()) {
      assertThat(PageCursor.id(PageCursor.after(id))).isEqualTo(id);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "v-1", "garbage", "dj0x.0", "dj0x", ".1", "%%%.12"})
  void whatNoAnswerCarriedIsRefused(String cursor) {
    assertThatThrownBy(() -> PageCursor.id(cursor)).isInstanceOf(BadCursorException.class);
  }

  @Test
  void oneDamagedLetterIsNoticed() {
    String damaged = PageCursor.after("enterprise-17").replaceFirst("^.", "x");
    assertThatThrownBy(() -> PageCursor.id(damaged)).isInstanceOf(BadCursorException.class);
  }

  @Test
  void numbersAreReadStrictly() {
    assertThat(PageCursor.number(null, 7)).isEqualTo(7);
    assertThat(PageCursor.number("12", 7)).isEqualTo(12);
    assertThatThrownBy(() -> PageCursor.number("-1", 0)).isInstanceOf(BadCursorException.class);
    assertThatThrownBy(() -> PageCursor.number("1x", 0)).isInstanceOf(BadCursorException.class);
    assertThat(PageCursor.id(null)).isNull();
  }
}
