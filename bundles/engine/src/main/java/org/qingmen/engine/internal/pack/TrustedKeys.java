package org.qingmen.engine.internal.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Whose signature is accepted: the Ed25519 keys {@code *.pub} of one folder, read at each use. */
public final class TrustedKeys {

  private static final Logger LOG = LoggerFactory.getLogger(TrustedKeys.class);

  private final Path folder;
  private final boolean unsignedAccepted;

  /**
   * Trusts the keys of a folder.
   *
   * @param folder where the keys lie; null for none
   * @param unsignedAccepted whether unsigned packs are accepted, which is for development only
   */
  public TrustedKeys(Path folder, boolean unsignedAccepted) {
    this.folder = folder;
    this.unsignedAccepted = unsignedAccepted;
  }

  /**
   * Checks manifest and signature of a pack.
   *
   * @return name of the key that signed it; empty when it is unsigned
   */
  public Optional<String> signer(PackFiles files, Problems problems) {
    boolean manifest = files.files().containsKey(PackFiles.MANIFEST);
    byte[] signature = files.files().get(PackFiles.SIGNATURE);
    if (manifest) {
      Manifest.check(files, problems);
    }
    if (!manifest || signature == null) {
      if (!unsignedAccepted) {
        problems.add(null, 0, "unsigned");
      }
      return Optional.empty();
    }
    Optional<String> signer = verify(files.files().get(PackFiles.MANIFEST), signature);
    if (signer.isEmpty()) {
      problems.add(PackFiles.SIGNATURE, 0, "wrong-key", String.join(", ", keys().keySet()));
    }
    return signer;
  }

  private Optional<String> verify(byte[] manifest, byte[] signature) {
    byte[] raw = raw(signature);
    for (var key : keys().entrySet()) {
      try {
        Signature check = Signature.getInstance("Ed25519");
        check.initVerify(Keys.readPublic(key.getValue()));
        check.update(manifest);
        if (check.verify(raw)) {
          return Optional.of(key.getKey());
        }
      } catch (GeneralSecurityException | IOException e) {
        LOG.warn("trusted key {} did not serve: {}", key.getValue(), e.toString());
      }
    }
    return Optional.empty();
  }

  /** A signature is 64 bytes, or the base64 text of them. */
  private static byte[] raw(byte[] signature) {
    if (signature.length == 64) {
      return signature;
    }
    try {
      String text = new String(signature, StandardCharsets.US_ASCII).strip();
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return signature;
    }
  }

  private SortedMap<String, Path> keys() {
    SortedMap<String, Path> keys = new TreeMap<>();
    if (folder == null || !Files.isDirectory(folder)) {
      return keys;
    }
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.pub")) {
      for (Path file : files) {
        keys.put(file.getFileName().toString().replaceFirst("\\.pub$", ""), file);
      }
    } catch (IOException e) {
      LOG.warn("trusted keys in {} cannot be read: {}", folder, e.toString());
    }
    return keys;
  }
}
