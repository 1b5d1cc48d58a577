package org.qingmen.it;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs requests as the contract tells devices to. */
public final class DeviceSignature {

  private final String keyId;
  private final byte[] secret;

  private DeviceSignature(String keyId, byte[] secret) {
    this.keyId = keyId;
    this.secret = secret;
  }

  /** Takes the key out of the answer that a device's registration got. */
  public static DeviceSignature from(JsonNode registered) {
    return new DeviceSignature(
        registered.path("keyId").asText(),
        Base64.getDecoder().decode(registered.path("secret").asText()));
  }

  /** The Authorization header of a request that is signed now, with a new nonce. */
  public String of(String method, String path, byte[] body) {
    return of(method, path, body, Instant.now().getEpochSecond(), UUID.randomUUID().toString());
  }

  /** The Authorization header of a request. */
  public String of(String method, String path, byte[] body, long time, String nonce) {
    try {
      String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
      String text = String.join("\n", method, path, Long.toString(time), nonce, hash);
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      String hex = HexFormat.of().formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
      return "Qingmen-HMAC keyId=" + keyId + ",time=" + time + ",nonce=" + nonce + ",mac=" + hex;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
