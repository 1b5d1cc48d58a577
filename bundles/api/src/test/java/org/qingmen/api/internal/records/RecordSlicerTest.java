package org.qingmen.api.internal.records;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.qingmen.api.internal.door.TooManyException;

class RecordSlicerTest {

  @Test
  void oneRecordIsTheBodyItself() throws IOException {
    assertThat(json(" {\"a\": 1} ")).containsExactly(" {\"a\": 1} ");
  }

  @Test
  void theRecordsOfAnArrayKeepTheirOwnBytes() throws IOException {
    assertThat(json("[ {\"a\": \"冀 ]\"} ,{\"b\":[1, 2]}, 7, \"x\" ]"))
        .containsExactly("{\"a\": \"冀 ]\"}", "{\"b\":[1, 2]}", "7", "\"x\"");
  }

  @Test
  void anEmptyArrayHoldsNothing() throws IOException {
    assertThat(json("[]")).isEmpty();
  }

  @Test
  void halfAnArrayIsNoJson() {
    assertThatThrownBy(() -> json("[{\"a\": 1}, {\"b\""))
        .isInstanceOf(JsonProcessingException.class);
  }

  @Test
  void linesMayEndInAnyWayAndEmptyOnesAreSkipped() {
    assertThat(lines("{\"a\":1}\r\n\n{\"b\":2}\n{\"c\":3}"))
        .containsExactly("{\"a\":1}", "{\"b\":2}", "{\"c\":3}");
  }

  @Test
  void moreThanAThousandRecordsAreTooMany() {
    String many =
        IntStream.rangeClosed(0, 1000).mapToObj(i -> "{}").collect(Collectors.joining(","));
    assertThatThrownBy(() -> json("[" + many + "]")).isInstanceOf(TooManyException.class);
  }

  private static List<String> json(String body) throws IOException {
    return text(RecordSlicer.json(body.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> lines(String body) {
    return text(RecordSlicer.lines(body.getBytes(StandardCharsets.UTF_8)));
  }

  private static List<String> text(List<byte[]> records) {
    return records.stream().map(bytes -> new String(bytes, StandardCharsets.UTF_8)).toList();
  }
}
