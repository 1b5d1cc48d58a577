package org.qingmen.simulate;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests with HMAC-SHA256, as the outer contract describes it. */
final class Signer {

  private final String keyId;
  private final byte[] secret;

  Signer(String keyId, String secret) {
    this.keyId = keyId;
    try {
      this.secret = Base64.getDecoder().decode(secret);
    } catch (IllegalArgumentException e) {
      throw new WrongCallException("secret-not-base64", "--secret");
    }
  }

  String authorization(String method, URI address, byte[] body) {
    return authorization(
        method, address, body, System.currentTimeMillis() / 1000, UUID.randomUUID().toString());
  }

  String authorization(String method, URI address, byte[] body, long time, String nonce) {
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(body);
      String query = address.getRawQuery();
      String target = address.getRawPath() + (query == null ? "" : "?" + query);
      String signed =
          String.join(
              "\n", method, target, String.valueOf(time), nonce, HexFormat.of().formatHex(hash));
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      byte[] code = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
      return "Qingmen-HMAC keyId=%s,time=%d,nonce=%s,mac=%s"
          .formatted(keyId, time, nonce, HexFormat.of().formatHex(code));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
    }
  }
}
