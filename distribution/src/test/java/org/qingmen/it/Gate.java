package org.qingmen.it;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A gate that sends native passages and signs them, by the words of the contract and without any
 * code of the product.
 *
 * @param server where it sends to
 * @param enterprise whose gate it is
 * @param keyId id of its key
 * @param secret base64 of its secret
 */
public record Gate(ServerProcess server, String enterprise, String keyId, String secret) {

  private static final String PATH = "/api/v1/passages";
  private static final HexFormat HEX = HexFormat.of();

  /**
   * Sends a body.
   *
   * @param body a passage or an array of passages
   * @return the answer, whatever it is
   */
  public HttpResponse<String> send(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    HttpRequest request =
        HttpRequest.newBuilder(server.uri(PATH))
            .header("Content-Type", "application/json")
            .header("Authorization", authorization(bytes))
            .POST(BodyPublishers.ofByteArray(bytes))
            .build();
    return server.send(request);
  }

  /**
   * A passage of a lorry that drives in with 10.5 t.
   *
   * @param serial its serial number
   * @return the record as JSON
   */
  public String passage(String serial) {
    String digits = serial.replaceAll("[^0-9]", "");
    String plate = "冀B" + ("00000" + digits).substring(digits.length());
    return """
        {"enterprise":"%s","serial":"%s","entrance":"A","barrier":"A01","lane":"1","direction":"in",\
        "time":"2026-10-01T08:00:00+08:00","plate":{"number":"%s","colour":"yellow"},\
        "vehicle":{"type":"Q11","fuel":"diesel","stage":"6","usage":"freight","ratedTonnes":30.0},\
        "cargo":{"name":"铁矿石","tonnes":10.5},"barrierRaised":"automatic","offline":false}"""
        .formatted(enterprise, serial, plate);
  }

  private String authorization(byte[] body) {
    long time = System.currentTimeMillis() / 1000;
    String nonce = UUID.randomUUID().toString();
    try {
      String hash = HEX.formatHex(MessageDigest.getInstance("SHA-256").digest(body));
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret), "HmacSHA256"));
      String text = "POST\n" + PATH + "\n" + time + "\n" + nonce + "\n" + hash;
      String sum = HEX.formatHex(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
      return "Qingmen-HMAC keyId=%s,time=%d,nonce=%s,mac=%s".formatted(keyId, time, nonce, sum);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has these", e);
    }
  }
}
