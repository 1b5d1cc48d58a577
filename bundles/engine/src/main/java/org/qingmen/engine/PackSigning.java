package org.qingmen.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.TreeMap;
import org.qingmen.engine.internal.pack.Keys;
import org.qingmen.engine.internal.pack.Manifest;
import org.qingmen.engine.internal.pack.PackFiles;
import org.qingmen.engine.internal.pack.Problems;

/** Signs rule packs: a manifest of all files and an Ed25519 signature over it. */
public final class PackSigning {

  private PackSigning() {}

  /**
   * Writes {@code manifest.json} and {@code manifest.sig} into a folder, or replaces a zip by the
   * same with both.
   *
   * @param pack folder or zip
   * @param privateKey file with an Ed25519 private key, PEM or base64
   */
  public static void sign(Path pack, Path privateKey) throws IOException, GeneralSecurityException {
    Problems problems = new Problems();
    PackFiles files = RulesWorkbench.files(pack, problems);
    if (!problems.none()) {
      throw new IOException(problems.all().get(0).message().en());
    }
    byte[] manifest = Manifest.write(files);
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(Keys.readPrivate(privateKey));
    signature.update(manifest);
    byte[] signed = Base64.getEncoder().encode(signature.sign());
    if (Files.isDirectory(pack)) {
      Files.write(pack.resolve(PackFiles.MANIFEST), manifest);
      Files.write(pack.resolve(PackFiles.SIGNATURE), signed);
    } else {
      TreeMap<String, byte[]> all = new TreeMap<>(files.files());
      all.put(PackFiles.MANIFEST, manifest);
      all.put(PackFiles.SIGNATURE, signed);
      Files.write(pack, new PackFiles(all).zip());
    }
  }

  /**
   * Makes a pair of keys: the private one in {@code file}, readable by its owner only.
   *
   * @return file of the public key, {@code file} with {@code .pub}
   */
  public static Path newKey(Path file) throws IOException, GeneralSecurityException {
    KeyPair pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(file, pem("PRIVATE", pair.getPrivate().getEncoded()));
    Path published = file.resolveSibling(file.getFileName() + ".pub");
    Files.writeString(published, pem("PUBLIC", pair.getPublic().getEncoded()));
    return published;
  }

  private static String pem(String kind, byte[] key) {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
    return "-----BEGIN " + kind + " KEY-----\n" + base64 + "\n-----END " + kind + " KEY-----\n";
  }
}
