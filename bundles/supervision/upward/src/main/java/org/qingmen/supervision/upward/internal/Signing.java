package org.qingmen.supervision.upward.internal;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of a device, as the contract describes it. */
final class Signing {

  private static final String HMAC = "HmacSHA256";

  private Signing() {}

  /** The Authorization header. */
  static String header(
      String keyId, byte[] secret, String path, byte[] body, long time, String nonce) {
    try {
      String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
      String text = String.join("\n", "POST", path, Long.toString(time), nonce, hash);
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret, HMAC));
      String hex = HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
      return "Qingmen-HMAC keyId=%s,time=%d,nonce=%s,mac=%s".formatted(keyId, time, nonce, hex);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has SHA-256 and HMAC", e);
    }
  }
}
