package org.qingmen.engine.internal.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PublicKey;
import java.security.Security;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.qingmen.engine.SignatureAlgorithm;

@DisplayName("SM2")
class Sm2Test {

  /** The example of GB/T 32918.5 annex A: key, message and signature with the default user id. */
  private static final String X =
      "09f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020";

  private static final String Y =
      "ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13";
  private static final String R =
      "f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3";
  private static final String S =
      "b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa";
  private static final String KEY =
      "3059301306072a8648ce3d020106082a811ccf5501822d03420004" + X + Y;

  /** Both numbers have their highest bit set, so each takes a zero before it. */
  private static final byte[] SIGNATURE = HexFormat.of().parseHex("3046022100" + R + "022100" + S);

  private static final byte[] MESSAGE = "message digest".getBytes(StandardCharsets.US_ASCII);

  @TempDir private Path folder;

  private PublicKey read(byte[] der) throws IOException, GeneralSecurityException {
    return Keys.readPublic(
        Files.writeString(folder.resolve("key.pub"), Base64.getEncoder().encodeToString(der)));
  }

  @Test
  @DisplayName("verifies the example that the standard gives, and nothing near it")
  void exampleOfTheStandard() throws IOException, GeneralSecurityException {
    PublicKey key = read(HexFormat.of().parseHex(KEY));
    byte[] other = SIGNATURE.clone();
    other[other.length - 1] ^= 1;

    assertThat(Keys.algorithm(key)).isEqualTo(SignatureAlgorithm.SM2);
    assertThat(Keys.verify(key, MESSAGE, SIGNATURE)).isTrue();
    assertThat(Keys.verify(key, MESSAGE, other)).isFalse();
    assertThat(Keys.verify(key, Arrays.copyOf(MESSAGE, 13), SIGNATURE)).isFalse();
  }

  @Test
  @DisplayName("verifies what it signed, each time another signature, and not with another key")
  void signsAndVerifies() throws GeneralSecurityException {
    KeyPair pair = Keys.newPair(SignatureAlgorithm.SM2);
    byte[] first = Keys.sign(pair.getPrivate(), MESSAGE);
    byte[] second = Keys.sign(pair.getPrivate(), MESSAGE);

    assertThat(first).isNotEqualTo(second);
    assertThat(Keys.verify(pair.getPublic(), MESSAGE, first)).isTrue();
    assertThat(Keys.verify(pair.getPublic(), MESSAGE, second)).isTrue();
    PublicKey stranger = Keys.newPair(SignatureAlgorithm.SM2).getPublic();
    assertThat(Keys.verify(stranger, MESSAGE, first)).isFalse();
  }

  @Test
  @DisplayName("keys on another curve, and points that lie on none, are no keys")
  void otherCurves() throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    byte[] nist = generator.generateKeyPair().getPublic().getEncoded();
    byte[] astray = HexFormat.of().parseHex(KEY);
    astray[astray.length - 1] ^= 1;

    assertThatThrownBy(() -> read(nist)).isInstanceOf(GeneralSecurityException.class);
    assertThatThrownBy(() -> read(astray)).isInstanceOf(GeneralSecurityException.class);
  }

  @Test
  @DisplayName("does not change what the rest of the process signs with")
  void staysPrivate() throws GeneralSecurityException {
    Keys.newPair(SignatureAlgorithm.SM2);

    assertThat(Security.getProvider("BC")).isNull();
  }
}
