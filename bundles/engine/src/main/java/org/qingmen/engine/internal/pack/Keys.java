package org.qingmen.engine.internal.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;

/** Ed25519 keys from files: PEM, base64 of the DER form, or base64 of the 32 raw bytes. */
public final class Keys {

  private static final byte[] PUBLIC_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");
  private static final byte[] PRIVATE_PREFIX =
      HexFormat.of().parseHex("302e020100300506032b657004220420");

  private Keys() {}

  /** Reads a public key. */
  public static PublicKey readPublic(Path file) throws IOException, GeneralSecurityException {
    byte[] der = withPrefix(decode(file), PUBLIC_PREFIX);
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
  }

  /** Reads a private key. */
  public static PrivateKey readPrivate(Path file) throws IOException, GeneralSecurityException {
    byte[] der = withPrefix(decode(file), PRIVATE_PREFIX);
    return KeyFactory.getInstance("Ed25519").generatePrivate(new PKCS8EncodedKeySpec(der));
  }

  private static byte[] decode(Path file) throws IOException, GeneralSecurityException {
    String text = Files.readString(file, StandardCharsets.US_ASCII);
    String base64 = text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
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
