package org.qingmen.security.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** The key that the server signs reports and certificates with, {@code keys/signing.key}. */
final class SigningKey {

  private static final String ALGORITHM = "Ed25519";

  private final PrivateKey secret;
  private final PublicKey open;

  private SigningKey(PrivateKey secret, PublicKey open) {
    this.secret = secret;
    this.open = open;
  }

  /** Reads the pair of a data directory, or makes it at the first start. */
  static SigningKey of(Path dataDirectory) {
    Path file = dataDirectory.resolve("keys").resolve("signing.key");
    try {
      if (!Files.exists(file)) {
        KeyPair pair = KeyPairGenerator.getInstance(ALGORITHM).generateKeyPair();
        DataFiles.write(
            file, (text(pair.getPrivate()) + "\n" + text(pair.getPublic()) + "\n").getBytes());
      }
      String[] lines = Files.readString(file, StandardCharsets.US_ASCII).split("\n");
      if (lines.length != 2) {
        throw new IllegalStateException(file + " does not hold a private and a public key");
      }
      KeyFactory keys = KeyFactory.getInstance(ALGORITHM);
      return new SigningKey(
          keys.generatePrivate(new PKCS8EncodedKeySpec(bytes(lines[0]))),
          keys.generatePublic(new X509EncodedKeySpec(bytes(lines[1]))));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(file + " does not hold a pair of Ed25519 keys", e);
    }
  }

  String sign(byte[] content) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initSign(secret);
      signature.update(content);
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
  }

  boolean signed(byte[] content, String text) {
    try {
      Signature signature = Signature.getInstance(ALGORITHM);
      signature.initVerify(open);
      signature.update(content);
      return signature.verify(bytes(text));
    } catch (SignatureException | IllegalArgumentException e) {
      return false; // not even of the form of a signature
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + ALGORITHM, e);
    }
  }

  String publicKey() {
    return text(open);
  }

  private static String text(java.security.Key key) {
    return Base64.getEncoder().encodeToString(key.getEncoded());
  }

  private static byte[] bytes(String text) {
    return Base64.getDecoder().decode(text.strip());
  }
}
