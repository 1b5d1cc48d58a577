package org.qingmen.engine.internal.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import org.qingmen.engine.SignatureAlgorithm;

/**
 * Ed25519 and SM2 keys from files: PEM or base64 of the DER form, of Ed25519 also base64 of the 32
 * raw bytes. What a key is it says itself; nothing beside it can make it another.
 */
public final class Keys {

  private static final byte[] PUBLIC_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
  private static final byte[] PRIVATE_PREFIX =
      HexFormat.of().parseHex("302e020100300506032b657004220420");

  private Keys() {}

  /** Reads a public key. */
  public static PublicKey readPublic(Path file) throws IOException, GeneralSecurityException {
    byte[] der = withPrefix(decode(file), PUBLIC_PREFIX);
    KeyFactory factory = Sm2.isPublic(der) ? Sm2.factory() : KeyFactory.getInstance("Ed25519");
    return factory.generatePublic(new X509EncodedKeySpec(der));
  }

  /** Reads a private key. */
  public static PrivateKey readPrivate(Path file) throws IOException, GeneralSecurityException {
    byte[] der = withPrefix(decode(file), PRIVATE_PREFIX);
    KeyFactory factory = Sm2.isPrivate(der) ? Sm2.factory() : KeyFactory.getInstance("Ed25519");
    return factory.generatePrivate(new PKCS8EncodedKeySpec(der));
  }

  /** A new pair of keys. */
  public static KeyPair newPair(SignatureAlgorithm algorithm) throws GeneralSecurityException {
    return algorithm == SignatureAlgorithm.SM2
        ? Sm2.newPair()
        : KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
  }

  /** What a key signs with; {@link #readPublic} and {@link #readPrivate} know no others. */
  public static SignatureAlgorithm algorithm(Key key) {
    return key.getAlgorithm().startsWith("Ed")
        ? SignatureAlgorithm.ED25519
        : SignatureAlgorithm.SM2;
  }

  /** Signs with a private key. */
  public static byte[] sign(PrivateKey key, byte[] content) throws GeneralSecurityException {
    Signature signature = signature(key);
    signature.initSign(key);
    signature.update(content);
    return signature.sign();
  }

  /** Whether a signature over some content was made with the key of this public one. */
  public static boolean verify(PublicKey key, byte[] content, byte[] signature)
      throws GeneralSecurityException {
    Signature check = signature(key);
    check.initVerify(key);
    check.update(content);
    return check.verify(signature);
  }

  private static Signature signature(Key key) throws GeneralSecurityException {
    return algorithm(key) == SignatureAlgorithm.SM2
        ? Sm2.signature()
        : Signature.getInstance("Ed25519");
  }

  private static byte[] decode(Path file) throws IOException, GeneralSecurityException {
    String text = Files.readString(file, StandardCharsets.UTF_8);
    // Lines before the key itself say in words what it is and how long it holds.
    String key = text.replaceFirst("(?s)^.*?-----BEGIN [A-Z ]+-----", "");
    String base64 = key.replaceFirst("(?s)-----END.*", "").replaceAll("\\s", "");
    try {
      return Base64.getDecoder().decode(base64);
    } catch (IllegalArgumentException e) {
      throw new GeneralSecurityException("neither PEM nor base64: " + file.getFileName(), e);
    }
  }

  private static byte[] withPrefix(byte[] key, byte[] prefix) {
    if (key.length != 32) {
      return key;
    }
    byte[] der = new byte[prefix.length + 32];
    System.arraycopy(prefix, 0, der, 0, prefix.length);
    System.arraycopy(key, 0, der, prefix.length, 32);
    return der;
  }
}
