package org.qingmen.connectors.hikvision.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * HTTP digest authentication (RFC 7616) as cameras ask for it: MD5 or SHA-256, qop auth or none.
 */
final class Digest {

  private static final Pattern PARAMETER =
      Pattern.compile("(\\w+)\\s*=\\s*(?:\"([^\"]*)\"|([^,\\s]+))");
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String COUNT = "00000001";

  private Digest() {}

  static Map<String, String> challenge(String header) {
    Map<String, String> found = new HashMap<>();
    Matcher parameter = PARAMETER.matcher(header);
    while (parameter.find()) {
      String value = parameter.group(2) != null ? parameter.group(2) : parameter.group(3);
      found.put(parameter.group(1).toLowerCase(Locale.ROOT), value);
    }
    return found;
  }

  static String answer(
      Map<String, String> challenge, String method, String path, String user, String password) {
    return answer(challenge, method, path, user, password, nonce());
  }

  static String answer(
      Map<String, String> challenge,
      String method,
      String path,
      String user,
      String password,
      String own) {
    String algorithm = challenge.getOrDefault("algorithm", "MD5");
    String realm = challenge.getOrDefault("realm", "");
    String nonce = challenge.getOrDefault("nonce", "");
    boolean auth = challenge.getOrDefault("qop", "").contains("auth");
    String who = hash(algorithm, user + ":" + realm + ":" + password);
    String what = hash(algorithm, method + ":" + path);
    String middle = auth ? nonce + ":" + COUNT + ":" + own + ":auth" : nonce;
    StringBuilder header = new StringBuilder("Digest ");
    header.append("username=\"").append(user).append("\", realm=\"").append(realm);
    header.append("\", nonce=\"").append(nonce).append("\", uri=\"").append(path);
    header.append("\", algorithm=").append(algorithm);
    header.append(", response=\"").append(hash(algorithm, who + ":" + middle + ":" + what));
    header.append('"');
    if (auth) {
      header.append(", qop=auth, nc=").append(COUNT).append(", cnonce=\"").append(own).append('"');
    }
    if (challenge.containsKey("opaque")) {
      header.append(", opaque=\"").append(challenge.get("opaque")).append('"');
    }
    return header.toString();
  }

  private static String nonce() {
    byte[] bytes = new byte[16];
    RANDOM.nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }

  private static String hash(String algorithm, String text) {
    try {
      String name = "SHA-256".equalsIgnoreCase(algorithm) ? "SHA-256" : "MD5";
      byte[] digest = MessageDigest.getInstance(name).digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has MD5 and SHA-256", e);
    }
  }
}
