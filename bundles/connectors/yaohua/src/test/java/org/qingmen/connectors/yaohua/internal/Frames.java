package org.qingmen.connectors.yaohua.internal;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Frames written down from the maker's description, without our codec. */
final class Frames {

  private Frames() {}

  /** A continuous frame of so many kilograms. */
  static byte[] of(int kilograms) {
    String body = (kilograms < 0 ? "-" : "+") + String.format("%06d", Math.abs(kilograms)) + "0";
    int check = body.chars().reduce(0, (a, b) -> a ^ b);
    String text = "\u0002" + body + String.format("%02X", check) + "\u0003";
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The same frame so many times. */
  static byte[] times(int count, int kilograms) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < count; i++) {
      all.writeBytes(of(kilograms));
    }
    return all.toByteArray();
  }
}
