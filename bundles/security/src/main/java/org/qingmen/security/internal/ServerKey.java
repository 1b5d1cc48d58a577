package org.qingmen.security.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The server's own key, {@code keys/server.key}: seals devices' secrets (AES-256-GCM), so that a
 * copy of the database alone signs nothing.
 */
final class ServerKey {

  private static final String CIPHER = "AES/GCM/NoPadding";
  private static final int BYTES = 32;
  private static final int IV_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final SecretKeySpec key;
  private final SecureRandom random = new SecureRandom();

  private ServerKey(byte[] key) {
    this.key = new SecretKeySpec(key, "AES");
  }

  /** Reads the key of a data directory, or makes it at the first start. */
  static ServerKey of(Path dataDirectory) {
    Path file = dataDirectory.resolve("keys").resolve("server.key");
    try {
      if (!Files.exists(file)) {
        byte[] fresh = new byte[BYTES];
        new SecureRandom().nextBytes(fresh);
        DataFiles.write(file, Base64.getEncoder().encode(fresh));
      }
      byte[] key =
          Base64.getDecoder().decode(Files.readString(file, StandardCharsets.US_ASCII).strip());
      if (key.length != BYTES) {
        throw new IllegalStateException(file + " is not a key of " + BYTES + " bytes in base64");
      }
      return new ServerKey(key);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + file, e);
    }
  }

  /** Seals a secret for one owner, in base64. */
  String seal(byte[] secret, String owner) {
    byte[] iv = new byte[IV_BYTES];
    random.nextBytes(iv);
    byte[] sealed = cipher(Cipher.ENCRYPT_MODE, iv, owner, secret).orElseThrow();
    return Base64.getEncoder()
        .encodeToString(ByteBuffer.allocate(iv.length + sealed.length).put(iv).put(sealed).array());
  }

  /** Opens a seal; empty when it was made with another key, for another owner, or altered. */
  Optional<byte[]> open(String seal, String owner) {
    byte[] bytes = Base64.getDecoder().decode(seal);
    if (bytes.length <= IV_BYTES) {
      return Optional.empty();
    }
    byte[] iv = java.util.Arrays.copyOf(bytes, IV_BYTES);
    byte[] sealed = java.util.Arrays.copyOfRange(bytes, IV_BYTES, bytes.length);
    return cipher(Cipher.DECRYPT_MODE, iv, owner, sealed);
  }

  private Optional<byte[]> cipher(int mode, byte[] iv, String owner, byte[] content) {
    try {
      Cipher cipher = Cipher.getInstance(CIPHER);
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, iv));
      cipher.updateAAD(owner.getBytes(StandardCharsets.UTF_8));
      return Optional.of(cipher.doFinal(content));
    } catch (javax.crypto.AEADBadTagException e) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no " + CIPHER, e);
    }
  }
}
