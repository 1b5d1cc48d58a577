package org.qingmen.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.qingmen.security.SignedRequest;

class SignerTest {

  private static final byte[] SECRET =
      "0123456789abcdef0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] BODY = "{}".getBytes(StandardCharsets.US_ASCII);

  private final Signer signer =
      new Signer("key-1", Base64.getEncoder().encodeToString(SECRET), "t");

  @Test
  void theProductUnderstandsTheSignature() throws GeneralSecurityException {
    SignedRequest signed = parsed(signer.authorization(BODY));

    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(SECRET, "HmacSHA256"));
    byte[] text = signed.signedText(Signer.PATH).getBytes(StandardCharsets.UTF_8);
    assertThat(signed.mac()).isEqualTo(HexFormat.of().formatHex(mac.doFinal(text)));
    assertThat(signed.keyId()).isEqualTo("key-1");
  }

  @Test
  void noNonceServesTwice() throws GeneralSecurityException {
    assertThat(parsed(signer.authorization(BODY)).nonce())
        .isNotEqualTo(parsed(signer.authorization(BODY)).nonce());
  }

  private static SignedRequest parsed(String authorization) throws GeneralSecurityException {
    String hash = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(BODY));
    return SignedRequest.parse(authorization, "POST", Signer.PATH, hash).orElseThrow();
  }
}
