package org.qingmen.engine.internal.json;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes canonical JSON: no white space, numbers without trailing zeros, and keys in the order the
 * caller gives, which must be sorted. Written by hand because it runs for every passage.
 */
public final class CanonicalWriter {

  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private byte[] buffer;
  private int size;

  /** Starts with room for {@code expected} bytes. */
  public CanonicalWriter(int expected) {
    buffer = new byte[expected];
  }

  /** Begins an object. */
  public CanonicalWriter open() {
    separate();
    return put('{');
  }

  /** Ends an object. */
  public CanonicalWriter close() {
    return put('}');
  }

  /** Begins an array. */
  public CanonicalWriter openArray() {
    separate();
    return put('[');
  }

  /** Ends an array. */
  public CanonicalWriter closeArray() {
    return put(']');
  }

  /** Writes the key of the next value. */
  public CanonicalWriter key(String name) {
    separate();
    quote(name);
    return put(':');
  }

  /** Writes a member unless its value is null. */
  public CanonicalWriter member(String name, Object value) {
    return value == null ? this : key(name).value(value);
  }

  /** Writes a member, null included. */
  public CanonicalWriter nullable(String name, Object value) {
    return key(name).value(value);
  }

  /** Writes a text, number, truth value or null; anything else as its text. */
  public CanonicalWriter value(Object value) {
    separate();
    if (value == null || value instanceof Boolean) {
      ascii(String.valueOf(value));
    } else if (value instanceof Integer || value instanceof Long) {
      ascii(value.toString());
    } else if (value instanceof Number number) {
      ascii(number(number));
    } else {
      quote(value.toString());
    }
    return this;
  }

  /** Writes an array of texts. */
  public CanonicalWriter texts(String name, Iterable<String> values) {
    key(name).openArray();
    values.forEach(this::value);
    return closeArray();
  }

  /** Writes JSON that is canonical already. */
  public CanonicalWriter raw(byte[] json) {
    separate();
    ensure(json.length);
    System.arraycopy(json, 0, buffer, size, json.length);
    size += json.length;
    return this;
  }

  /** Number of bytes so far. */
  public int size() {
    return size;
  }

  /** What was written. */
  public byte[] bytes() {
    return Arrays.copyOf(buffer, size);
  }

  /** A number in its shortest plain form. */
  public static String number(Number number) {
    double value = number.doubleValue();
    if (value == Math.rint(value) && Math.abs(value) < 1e15) {
      return Long.toString((long) value);
    }
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      throw new IllegalArgumentException("JSON has no number for " + number);
    }
    BigDecimal exact = number instanceof BigDecimal b ? b : new BigDecimal(number.toString());
    return exact.stripTrailingZeros().toPlainString();
  }

  private void separate() {
    if (size == 0) {
      return;
    }
    byte last = buffer[size - 1];
    if (last != '{' && last != '[' && last != ':') {
      put(',');
    }
  }

  private void quote(String text) {
    put('"');
    ensure(text.length() * 6);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= 0x20 && c < 0x80) {
        if (c == '"' || c == '\\') {
          buffer[size++] = '\\';
        }
        buffer[size++] = (byte) c;
      } else {
        i += beyondAscii(text, i, c);
      }
    }
    put('"');
  }

  private int beyondAscii(String text, int index, char c) {
    if (c < 0x20 || Character.isSurrogate(c)) {
      int point = text.codePointAt(index);
      if (point > 0xffff) {
        utf8(0xf0 | (point >> 18), point >> 12, point >> 6, point);
        return 1;
      }
      ascii("\\u");
      for (int shift = 12; shift >= 0; shift -= 4) {
        put(HEX[(c >> shift) & 15]);
      }
    } else if (c < 0x800) {
      utf8(0xc0 | (c >> 6), c);
    } else {
      utf8(0xe0 | (c >> 12), c >> 6, c);
    }
    return 0;
  }

  private void utf8(int first, int... rest) {
    buffer[size++] = (byte) first;
    for (int part : rest) {
      buffer[size++] = (byte) (0x80 | (part & 0x3f));
    }
  }

  private void ascii(String text) {
    ensure(text.length());
    for (int i = 0; i < text.length(); i++) {
      buffer[size++] = (byte) text.charAt(i);
    }
  }

  private CanonicalWriter put(int c) {
    ensure(1);
    buffer[size++] = (byte) c;
    return this;
  }

  private void ensure(int more) {
    if (size + more > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
    }
  }
}
