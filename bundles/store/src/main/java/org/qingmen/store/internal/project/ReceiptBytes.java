package org.qingmen.store.internal.project;

import java.util.Arrays;

/** A receipt (26 characters base32) as 17 bytes, and back. */
public final class ReceiptBytes {

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int CHARACTERS = 26;
  private static final int BYTES = 17;
  private static final int[] VALUES = new int[128];

  static {
    Arrays.fill(VALUES, -1);
    for (int i = 0; i < ALPHABET.length(); i++) {
      VALUES[ALPHABET.charAt(i)] = i;
    }
  }

  private ReceiptBytes() {}

  /** Whether a text has the form of a receipt. */
  public static boolean wellFormed(String receipt) {
    if (receipt == null || receipt.length() != CHARACTERS) {
      return false;
    }
    return receipt.chars().allMatch(c -> c < VALUES.length && VALUES[c] >= 0);
  }

  /**
   * The stored form.
   *
   * @throws IllegalArgumentException when it is no receipt
   */
  public static byte[] of(String receipt) {
    if (!wellFormed(receipt)) {
      throw new IllegalArgumentException("no receipt: " + receipt);
    }
    byte[] bytes = new byte[BYTES];
    for (int i = 0; i < CHARACTERS; i++) {
      int value = VALUES[receipt.charAt(i)];
      for (int b = 0; b < 5; b++) {
        if ((value >> (4 - b) & 1) != 0) {
          int bit = i * 5 + b;
          bytes[bit >> 3] |= (byte) (0x80 >> (bit & 7));
        }
      }
    }
    return bytes;
  }

  /** The receipt of a stored form. */
  public static String text(byte[] bytes) {
    StringBuilder text = new StringBuilder(CHARACTERS);
    for (int i = 0; i < CHARACTERS; i++) {
      int value = 0;
      for (int b = 0; b < 5; b++) {
        int bit = i * 5 + b;
        value = value << 1 | (bytes[bit >> 3] >> (7 - (bit & 7)) & 1);
      }
      text.append(ALPHABET.charAt(value));
    }
    return text.toString();
  }
}
