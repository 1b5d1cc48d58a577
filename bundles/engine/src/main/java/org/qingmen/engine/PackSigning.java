package org.qingmen.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.qingmen.engine.internal.pack.Keys;
import org.qingmen.engine.internal.pack.Manifest;
import org.qingmen.engine.internal.pack.PackFiles;
import org.qingmen.engine.internal.pack.Problems;
import org.qingmen.engine.internal.pack.SignatureFile;
import org.qingmen.engine.internal.pack.TrustedKeys;
import org.qingmen.spi.pack.PackProblem;

/** Signs rule packs: a manifest of all files and an Ed25519 or SM2 signature over it. */
public final class PackSigning {

  private PackSigning() {}

  /** As what somebody signs. */
  public enum Role {
    /** Makes the manifest and signs it. */
    AUTHOR,
    /** Signs the manifest that an author made and signed, unless the pack differs from it. */
    APPROVER
  }

  /** Signs as author. */
  public static void sign(Path pack, Path privateKey) throws IOException, GeneralSecurityException {
    sign(pack, privateKey, Role.AUTHOR);
  }

  /**
   * Writes the manifest and a signature into a folder, or replaces a zip by the same with both.
   *
   * @param pack folder or zip
   * @param privateKey file with an Ed25519 or SM2 private key, PEM or base64; it decides the
   *     algorithm
   * @throws IOException when it cannot be read or written, or an approver signs what no author did
   */
  public static void sign(Path pack, Path privateKey, Role role)
      throws IOException, GeneralSecurityException {
    Problems problems = new Problems();
    PackFiles files = RulesWorkbench.files(pack, problems);
    boolean author = role == Role.AUTHOR;
    byte[] manifest = author ? Manifest.write(files) : authors(files, problems);
    if (!problems.none()) {
      throw new IOException(problems.all().get(0).message().en());
    }
    PrivateKey key = Keys.readPrivate(privateKey);
    byte[] signed = SignatureFile.write(Keys.algorithm(key), Keys.sign(key, manifest));
    TreeMap<String, byte[]> all = new TreeMap<>(files.files());
    all.put(PackFiles.MANIFEST, manifest);
    all.put(author ? PackFiles.SIGNATURE : PackFiles.APPROVAL, signed);
    if (author) {
      // What an approver once signed is not what is signed now.
      all.remove(PackFiles.APPROVAL);
    }
    write(pack, all);
  }

  /**
   * Checks manifest and signatures as a server would.
   *
   * @param trust folder of trusted keys
   * @param accepted how it may be signed
   * @param day day on which the keys must hold
   * @param problems is told what is wrong
   * @return who signed it
   */
  public static PackStatus.Signers verify(
      Path pack,
      Path trust,
      Set<SignatureAlgorithm> accepted,
      LocalDate day,
      Consumer<PackProblem> problems) {
    Problems found = new Problems();
    PackFiles files = RulesWorkbench.files(pack, found);
    PackStatus.Signers signers = new TrustedKeys(trust, 1, accepted).check(files, 1, day, found);
    found.all().forEach(problems);
    return signers;
  }

  private static byte[] authors(PackFiles files, Problems problems) {
    byte[] manifest = files.files().get(PackFiles.MANIFEST);
    if (manifest == null || !files.files().containsKey(PackFiles.SIGNATURE)) {
      problems.add(PackFiles.SIGNATURE, 0, "unsigned");
    } else {
      Manifest.check(files, problems);
    }
    return manifest;
  }

  private static void write(Path pack, TreeMap<String, byte[]> all) throws IOException {
    if (!Files.isDirectory(pack)) {
      Files.write(pack, new PackFiles(all).zip());
      return;
    }
    for (String name : List.of(PackFiles.MANIFEST, PackFiles.SIGNATURE, PackFiles.APPROVAL)) {
      if (all.containsKey(name)) {
        Files.write(pack.resolve(name), all.get(name));
      } else {
        Files.deleteIfExists(pack.resolve(name));
      }
    }
  }

  /**
   * Makes a pair of Ed25519 keys: the private one in {@code file}, readable by its owner only.
   *
   * @return file of the public key, {@code file} with {@code .pub}
   */
  public static Path newKey(Path file) throws IOException, GeneralSecurityException {
    return newKey(file, SignatureAlgorithm.ED25519, null);
  }

  /**
   * The same for a key of some algorithm that holds for some time only.
   *
   * @param last last day on which it may sign; null without an end
   */
  public static Path newKey(Path file, SignatureAlgorithm algorithm, LocalDate last)
      throws IOException, GeneralSecurityException {
    KeyPair pair = Keys.newPair(algorithm);
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    Files.writeString(file, pem("PRIVATE", pair.getPrivate().getEncoded()));
    Path published = file.resolveSibling(file.getFileName() + ".pub");
    String holds = last == null ? "" : "valid-to: " + last + "\n";
    Files.writeString(published, holds + pem("PUBLIC", pair.getPublic().getEncoded()));
    return published;
  }

  private static String pem(String kind, byte[] key) {
    String base64 = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key);
    return "-----BEGIN " + kind + " KEY-----\n" + base64 + "\n-----END " + kind + " KEY-----\n";
  }
}
