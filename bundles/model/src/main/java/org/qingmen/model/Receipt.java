package org.qingmen.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The receipt of a record: base32 (RFC 4648, no padding) of SHA-256 over {@code enterprise|serial},
 * first 26 characters. The same record has the same receipt for ever, without any lookup.
 */
public record Receipt(String value) {

  private static final char[] BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".toCharArray();
  private static final int LENGTH = 26;

  public Receipt {
    if (value == null || value.length() != LENGTH) {
      throw new IllegalArgumentException("a receipt has 26 characters: " + value);
    }
  }

  /** The receipt of the record with this serial number at this enterprise. */
  public static Receipt of(String enterprise, String serial) {
    byte[] hash = sha256((enterprise + "|" + serial).getBytes(StandardCharsets.UTF_8));
    StringBuilder text = new StringBuilder(LENGTH);
    int bits = 0;
    int count = 0;
    for (int i = 0; text.length() < LENGTH; i++) {
      bits = (bits << 8) | (hash[i] & 0xff);
      count += 8;
      while (count >= 5 && text.length() < LENGTH) {
        text.append(BASE32[(bits >> (count - 5)) & 31]);
        count -= 5;
      }
    }
    return new Receipt(text.toString());
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
