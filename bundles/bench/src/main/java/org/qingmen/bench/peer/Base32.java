package org.qingmen.bench.peer;

/** A receipt as the 17 bytes it is stored in. */
final class Base32 {

  private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private Base32() {}

  static byte[] bytes(String receipt) {
    byte[] bytes = new byte[(receipt.length() * 5 + 7) / 8];
    int pending = 0;
    int bits = 0;
    int at = 0;
    for (int i = 0; i < receipt.length(); i++) {
      pending = pending << 5 | ALPHABET.indexOf(receipt.charAt(i));
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes[at++] = (byte) (pending >> bits);
      }
    }
    if (bits > 0) {
      bytes[at] = (byte) (pending << 8 - bits);
    }
    return bytes;
  }
}
