package org.qingmen.camelhost.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Whose connector jars run: an Ed25519 signature in {@code NAME.jar.sig} (64 bytes or their base64)
 * by a key {@code *.pub} of the trust folder (PEM, base64 of the DER form or of the raw 32 bytes).
 */
final class TrustedSigners {

  private static final byte[] DER_PREFIX = HexFormat.of().parseHex("302a300506032b6570032100");

  private final Path folder;

  TrustedSigners(Path folder) {
    this.folder = folder;
  }

  /** Name of the key that signed these bytes; empty when none of the trusted ones did. */
  Optional<String> signer(byte[] content, byte[] signature) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    byte[] raw = signature.length == 64 ? signature : base64(signature).orElse(signature);
    try (DirectoryStream<Path> keys = Files.newDirectoryStream(folder, "*.pub")) {
      for (Path key : keys) {
        if (signed(key, content, raw)) {
          return Optional.of(key.getFileName().toString());
        }
      }
    }
    return Optional.empty();
  }

  /** A key file that is none, or a signature of the wrong form, signs nothing. */
  private static boolean signed(Path key, byte[] content, byte[] signature) throws IOException {
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(key(Files.readAllBytes(key)));
      check.update(content);
      return check.verify(signature);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static PublicKey key(byte[] file) throws GeneralSecurityException {
    byte[] key =
        base64(file).orElseThrow(() -> new GeneralSecurityException("neither PEM nor base64"));
    byte[] der = key;
    if (key.length == 32) {
      der = new byte[DER_PREFIX.length + key.length];
      System.arraycopy(DER_PREFIX, 0, der, 0, DER_PREFIX.length);
      System.arraycopy(key, 0, der, DER_PREFIX.length, key.length);
    }
    return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(der));
  }

  private static Optional<byte[]> base64(byte[] file) {
    String text = new String(file, StandardCharsets.US_ASCII);
    String plain = text.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
    try {
      return Optional.of(Base64.getDecoder().decode(plain));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
