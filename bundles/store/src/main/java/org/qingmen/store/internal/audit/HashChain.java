package org.qingmen.store.internal.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hash of a row that also covers the row before. */
public final class HashChain {

  private HashChain() {}

  /**
   * SHA-256 over the hash before and the members, each with its length, so that no text can move
   * from one member into the next unseen.
   *
   * @param before hash of the row before, empty for the first
   * @param members members of the row; null is told apart from empty
   * @return lower-case hex
   */
  public static String next(String before, Object... members) {
    MessageDigest digest = sha256();
    add(digest, before);
    for (Object member : members) {
      add(digest, member == null ? null : member.toString());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, String text) {
    byte[] bytes = text == null ? new byte[0] : text.getBytes(StandardCharsets.UTF_8);
    int length = text == null ? -1 : bytes.length;
    digest.update((length + ":").getBytes(StandardCharsets.US_ASCII));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
