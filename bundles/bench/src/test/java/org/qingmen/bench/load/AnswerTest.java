package org.qingmen.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AnswerTest {

  private static final String BODY =
      "{\"results\":[{\"status\":\"accepted\"},{\"status\":\"duplicate\"},{\"status\":\"accepted\"}]}";

  @Test
  void anAnswerIsCompleteWithItsLastByteWhereverItIsCut() {
    String text = "HTTP/1.1 200 OK\r\nContent-Length: " + BODY.length() + "\r\n\r\n" + BODY;
    for (int cut = 1; cut < text.length(); cut++) {
      Answer answer = new Answer();
      add(answer, text.substring(0, cut));
      assertThat(answer.complete()).as("cut at " + cut).isFalse();
      add(answer, text.substring(cut));
      assertThat(answer.complete()).isTrue();
    }
  }

  @Test
  void aChunkedAnswerIsCompleteWithItsLastChunk() {
    Answer answer = new Answer();
    add(answer, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
    add(answer, Integer.toHexString(BODY.length()) + "\r\n" + BODY + "\r\n");
    assertThat(answer.complete()).isFalse();
    add(answer, "0\r\n\r\n");

    assertThat(answer.complete()).isTrue();
    assertThat(answer.accepted()).isEqualTo(2);
  }

  @Test
  void onlyAcceptedRecordsCount() {
    Answer answer = new Answer();
    add(answer, "HTTP/1.1 503 Busy\r\ncontent-length: 2\r\n\r\n{}");

    assertThat(answer.complete()).isTrue();
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.accepted()).isZero();
  }

  @Test
  void theNextAnswerBeginsAfresh() {
    Answer answer = new Answer();
    add(answer, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\n{}");
    assertThat(answer.complete()).isTrue();
    answer.clear();

    add(answer, "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n{");
    assertThat(answer.complete()).isFalse();
  }

  private static void add(Answer answer, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    answer.add(bytes, bytes.length);
  }
}
