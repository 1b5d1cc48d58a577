package org.qingmen.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrittenDayTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2018-05-01",
        "2018-5-1",
        "2018/5/1",
        "2018/05/01",
        "2018.5.1",
        "2018年5月1日",
        "2018年05月1",
        "20180501",
        " 2018/5/1 ",
        "2018/5/1 0:00",
        "2018-05-01T08:30:00"
      })
  void aDayIsReadInEveryUsualForm(String text) {
    assertThat(WrittenDay.read(text)).contains(LocalDate.of(2018, 5, 1));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "soon",
        "2018-02-30",
        "2018/13/1",
        "2018-5/1",
        "5/1/2018",
        "18-05-01",
        "2018050",
        "43221"
      })
  void whatIsNoDayIsNone(String text) {
    assertThat(WrittenDay.read(text)).isEmpty();
  }
}
