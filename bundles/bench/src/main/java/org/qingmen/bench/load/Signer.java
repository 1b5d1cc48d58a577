package org.qingmen.bench.load;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests as a device does. Not safe for concurrent use. */
public final class Signer {

  /** The path records are sent to. */
  public static final String PATH = "/api/v1/passages";

  private static final HexFormat HEX = HexFormat.of();

  private final String keyId;
  private final Mac mac;
  private final MessageDigest digest;
  private final String noncePrefix;
  private long nonce;

  /**
   * @param keyId id of the device's key
   * @param secret base64 of its secret
   * @param run makes the nonces of this run its own
   */
  public Signer(String keyId, String secret, String run) {
    this.keyId = keyId;
    this.noncePrefix = run + "-" + Long.toString(System.nanoTime(), 36) + "-";
    try {
      mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256"));
      digest = MessageDigest.getInstance("SHA-256");
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }

  /** Value of the {@code Authorization} header for a POST of this body. */
  public String authorization(byte[] body) {
    long time = System.currentTimeMillis() / 1000;
    String unique = noncePrefix + Long.toString(nonce++, 36);
    String signed =
        "POST\n" + PATH + "\n" + time + "\n" + unique + "\n" + HEX.formatHex(digest.digest(body));
    byte[] sum = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
    return "Qingmen-HMAC keyId="
        + keyId
        + ",time="
        + time
        + ",nonce="
        + unique
        + ",mac="
        + HEX.formatHex(sum);
  }
}
