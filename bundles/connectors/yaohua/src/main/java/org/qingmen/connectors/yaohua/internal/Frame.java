package org.qingmen.connectors.yaohua.internal;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Map;
import org.qingmen.spi.device.RefusedException;

/**
 * What the binary frames of these indicators share: {@code 02 ... XORhigh XORlow 03}, where the XOR
 * runs over everything between STX and itself, and each half byte is written as a hex digit.
 */
final class Frame {

  static final int STX = 0x02;
  static final int ETX = 0x03;
  private static final int MOST_DECIMALS = 4;

  private Frame() {}

  /** Refuses what is not a whole frame of one of these lengths, or has a wrong check. */
  static void check(byte[] frame, int shortest, int longest) {
    if (frame.length == 0) {
      throw new RefusedException("empty", Map.of());
    }
    if (frame[0] != STX) {
      throw new RefusedException("start", Map.of("expected", "02", "found", hex(frame[0])));
    }
    if (frame.length < shortest) {
      throw new RefusedException("truncated", Map.of("expected", shortest, "found", frame.length));
    }
    if (frame.length > longest) {
      throw new RefusedException("too-long", Map.of("expected", longest, "found", frame.length));
    }
    if (frame[frame.length - 1] != ETX) {
      throw new RefusedException(
          "end", Map.of("expected", "03", "found", hex(frame[frame.length - 1])));
    }
    checksum(frame);
  }

  private static void checksum(byte[] frame) {
    int computed = 0;
    for (int i = 1; i < frame.length - 3; i++) {
      computed ^= frame[i];
    }
    String declared =
        "" + (char) (frame[frame.length - 3] & 0xff) + (char) (frame[frame.length - 2] & 0xff);
    String right = String.format("%02X", computed & 0xff);
    if (!declared.toUpperCase(Locale.ROOT).equals(right)) {
      boolean readable = declared.chars().allMatch(c -> c > ' ' && c < 0x7f);
      String shown =
          readable ? declared : hex(frame[frame.length - 3]) + hex(frame[frame.length - 2]);
      throw new RefusedException("checksum", Map.of("declared", shown, "computed", right));
    }
  }

  /** The declared check, two hex digits. */
  static String declared(byte[] frame) {
    return text(frame, frame.length - 3, frame.length - 1);
  }

  static String text(byte[] frame, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append((char) (frame[i] & 0xff));
    }
    return text.toString();
  }

  /** Digits only; blanks before the first digit count as zeros, as some displays send them. */
  static String digits(byte[] frame, int from, int to) {
    String text = text(frame, from, to);
    if (!text.matches(" *\\d+")) {
      throw new RefusedException("digits", Map.of("at", from, "found", printable(text)));
    }
    return text.replace(' ', '0');
  }

  static boolean negative(byte[] frame, int at) {
    int sign = frame[at];
    if (sign != '+' && sign != '-') {
      throw new RefusedException("sign", Map.of("at", at, "found", hex(frame[at])));
    }
    return sign == '-';
  }

  static int decimals(byte[] frame, int at) {
    int decimals = frame[at] - '0';
    if (decimals < 0 || decimals > MOST_DECIMALS) {
      throw new RefusedException("decimals", Map.of("at", at, "found", hex(frame[at])));
    }
    return decimals;
  }

  static Number value(String digits, int decimals, boolean negative) {
    BigDecimal value = new BigDecimal(new BigInteger(digits), decimals);
    BigDecimal signed = negative ? value.negate() : value;
    return decimals == 0 ? (Number) signed.longValueExact() : signed;
  }

  static String hex(byte value) {
    return String.format("%02X", value & 0xff);
  }

  static String printable(String text) {
    return text.chars().allMatch(c -> c >= ' ' && c < 0x7f) ? text : "?";
  }
}
