package org.qingmen.bench.load;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;

/** Reads one HTTP answer after another from what arrives; knows lengths and chunks. */
final class Answer {

  private static final byte[] ACCEPTED =
      "\"status\":\"accepted\"".getBytes(StandardCharsets.US_ASCII);

  private byte[] bytes = new byte[16 * 1024];
  private int filled;
  private int bodyAt = -1;
  private int length;
  private boolean chunked;

  /** Takes what arrived. */
  void add(byte[] from, int count) {
    if (filled + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, filled + count));
    }
    System.arraycopy(from, 0, bytes, filled, count);
    filled += count;
  }

  /** Whether the answer is complete. */
  boolean complete() {
    if (bodyAt < 0 && !head()) {
      return false;
    }
    return chunked ? endsWithLastChunk() : filled >= bodyAt + length;
  }

  /** HTTP status of the complete answer. */
  int status() {
    return (bytes[9] - '0') * 100 + (bytes[10] - '0') * 10 + bytes[11] - '0';
  }

  /** Records that the complete answer calls accepted. */
  int accepted() {
    int count = 0;
    for (int i = bodyAt; i <= filled - ACCEPTED.length; i++) {
      if (bytes[i] == '"'
          && Arrays.equals(bytes, i, i + ACCEPTED.length, ACCEPTED, 0, ACCEPTED.length)) {
        count++;
        i += ACCEPTED.length;
      }
    }
    return count;
  }

  /** The complete answer, for complaints. */
  String text() {
    return new String(bytes, 0, Math.min(filled, 600), StandardCharsets.UTF_8);
  }

  /** Ready for the next answer. */
  void clear() {
    filled = 0;
    bodyAt = -1;
  }

  private boolean head() {
    for (int i = 3; i < filled; i++) {
      if (bytes[i] == '\n' && bytes[i - 1] == '\r' && bytes[i - 2] == '\n') {
        bodyAt = i + 1;
        String head = new String(bytes, 0, i, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
        chunked = head.contains("transfer-encoding: chunked");
        length = chunked ? 0 : length(head);
        return true;
      }
    }
    return false;
  }

  private static int length(String head) {
    int at = head.indexOf("content-length:");
    if (at < 0) {
      throw new IllegalStateException("an answer without length: " + head);
    }
    int end = head.indexOf('\r', at);
    return Integer.parseInt(head.substring(at + 15, end < 0 ? head.length() : end).trim());
  }

  /** JSON holds no bare line ends, so the last chunk cannot be mistaken. */
  private boolean endsWithLastChunk() {
    return filled >= bodyAt + 5
        && bytes[filled - 1] == '\n'
        && bytes[filled - 3] == '\n'
        && bytes[filled - 5] == '0';
  }
}
