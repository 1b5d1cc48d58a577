package org.qingmen.supervision.inspection.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Function;

/**
 * Draws by rank, as the package describes it.
 *
 * @param seed the seed
 */
record Ranking(long seed) {

  /** As many of a list as wanted, in the order of their ranks. */
  <T> List<T> draw(String list, Collection<T> all, Function<T, String> id, int number) {
    return all.stream()
        .sorted(Comparator.comparing(one -> rank(list, id.apply(one))))
        .limit(number)
        .toList();
  }

  /** A number from 0 to below {@code bound} that belongs to an id. */
  int number(String list, String id, int bound) {
    return (int) (Long.parseLong(rank(list, id).substring(0, 8), 16) % bound);
  }

  /** The rank of an id: the smaller, the earlier it is drawn. */
  String rank(String list, String id) {
    String text = seed + "|" + list + "|" + id;
    return HexFormat.of().formatHex(sha256(text.getBytes(StandardCharsets.UTF_8)));
  }

  static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
