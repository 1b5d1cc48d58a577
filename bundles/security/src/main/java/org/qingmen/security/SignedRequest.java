package org.qingmen.security;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request that carries a device's signature.
 *
 * @param method HTTP method, upper case
 * @param pathAndQuery path as sent, with {@code ?query} when there is one
 * @param keyId id of the key
 * @param time when it was signed, Unix seconds
 * @param nonce 8 to 64 characters that this key never used before
 * @param mac lower-case hex HMAC-SHA256 over method, path and query, time, nonce and body hash
 * @param bodySha256 lower-case hex SHA-256 of the body as received
 */
public record SignedRequest(
    String method,
    String pathAndQuery,
    String keyId,
    long time,
    String nonce,
    String mac,
    String bodySha256) {

  /** Scheme of the {@code Authorization} header. */
  public static final String SCHEME = "Qingmen-HMAC";

  private static final Pattern PAIR = Pattern.compile("\\s*([A-Za-z]+)=\"?([^,\"\\s]*)\"?\\s*");
  private static final Pattern TIME = Pattern.compile("[0-9]{1,11}");
  private static final Pattern NONCE = Pattern.compile("[A-Za-z0-9._~+/=-]{8,64}");

  /** Whether an {@code Authorization} header is of this scheme at all. */
  public static boolean carriedBy(String authorization) {
    return authorization != null
        && authorization.regionMatches(true, 0, SCHEME + " ", 0, SCHEME.length() + 1);
  }

  /**
   * Reads the header of a signed request.
   *
   * @return empty when a member is missing, doubled or malformed, or the header is of another
   *     scheme
   */
  public static Optional<SignedRequest> parse(
      String authorization, String method, String pathAndQuery, String bodySha256) {
    if (!carriedBy(authorization)) {
      return Optional.empty();
    }
    Map<String, String> members = new HashMap<>();
    for (String part : authorization.substring(SCHEME.length()).split(",")) {
      Matcher pair = PAIR.matcher(part);
      if (!pair.matches() || members.put(pair.group(1), pair.group(2)) != null) {
        return Optional.empty();
      }
    }
    String keyId = members.getOrDefault("keyId", "");
    String mac = members.getOrDefault("mac", "");
    String time = members.getOrDefault("time", "");
    String nonce = members.getOrDefault("nonce", "");
    if (keyId.isEmpty()
        || mac.isEmpty()
        || !TIME.matcher(time).matches()
        || !NONCE.matcher(nonce).matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new SignedRequest(
            method, pathAndQuery, keyId, Long.parseLong(time), nonce, mac, bodySha256));
  }

  /** What is signed, with this form of the path. */
  public String signedText(String path) {
    return String.join("\n", method, path, Long.toString(time), nonce, bodySha256);
  }
}
