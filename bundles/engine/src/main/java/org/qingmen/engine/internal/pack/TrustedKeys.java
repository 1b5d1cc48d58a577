package org.qingmen.engine.internal.pack;

import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.qingmen.engine.PackStatus.Signers;
import org.qingmen.engine.SignatureAlgorithm;
import org.qingmen.engine.internal.pack.TrustedKey.Role;
import org.qingmen.spi.pack.PackDescriptor;

/** Whose signatures are accepted, and how many are demanded. */
public final class TrustedKeys {

  private final KeyFolder folder;
  private final int demanded;
  private final Set<SignatureAlgorithm> accepted;

  /** Trusts the Ed25519 keys of a folder. */
  public TrustedKeys(Path folder, int demanded) {
    this(folder, demanded, Set.of(SignatureAlgorithm.ED25519));
  }

  /**
   * Trusts the keys of a folder.
   *
   * @param folder where the keys lie; null for none
   * @param demanded number of signatures demanded: 0 for development only, 1 that of an author, 2
   *     those of an author and another approver
   * @param accepted how a pack may be signed; keys of other kinds count for nothing
   */
  public TrustedKeys(Path folder, int demanded, Set<SignatureAlgorithm> accepted) {
    this.folder = new KeyFolder(folder);
    this.demanded = demanded;
    this.accepted = accepted;
  }

  /** Number of signatures a pack needs before it may serve. */
  public int demanded(PackDescriptor pack) {
    return Math.max(demanded, pack == null ? 0 : pack.signatures());
  }

  /**
   * Checks manifest and signatures of a pack. A second signature may still be missing.
   *
   * @param demandedNow number of signatures it needs
   * @param day day on which it was or is signed in, on which its keys must hold
   * @return who signed it
   */
  public Signers check(PackFiles files, int demandedNow, LocalDate day, Problems problems) {
    byte[] manifest = files.files().get(PackFiles.MANIFEST);
    byte[] signature = files.files().get(PackFiles.SIGNATURE);
    byte[] approval = files.files().get(PackFiles.APPROVAL);
    if (manifest != null) {
      Manifest.check(files, problems);
    }
    if (manifest == null || signature == null) {
      if (demandedNow > 0 || approval != null) {
        problems.add(null, 0, "unsigned");
      }
      return Signers.NONE;
    }
    Optional<TrustedKey> author =
        signer(manifest, signature, Role.AUTHOR, day, PackFiles.SIGNATURE, problems);
    if (approval == null || author.isEmpty()) {
      return new Signers(author.map(TrustedKey::name).orElse(null), null);
    }
    Optional<TrustedKey> approver =
        signer(manifest, approval, Role.APPROVER, day, PackFiles.APPROVAL, problems);
    if (approver.isPresent() && approver.get().fingerprint().equals(author.get().fingerprint())) {
      problems.add(PackFiles.APPROVAL, 0, "same-signer", author.get().name());
    }
    return new Signers(author.get().name(), approver.map(TrustedKey::name).orElse(null));
  }

  private Optional<TrustedKey> signer(
      byte[] manifest, byte[] signed, Role role, LocalDate day, String file, Problems problems) {
    SignatureFile signature = SignatureFile.read(signed);
    SignatureAlgorithm algorithm =
        SignatureAlgorithm.of(signature.algorithm()).filter(accepted::contains).orElse(null);
    if (algorithm == null) {
      String words = SignatureAlgorithm.words(accepted);
      problems.add(file, 0, "algorithm-not-accepted", signature.algorithm(), words);
      return Optional.empty();
    }
    List<TrustedKey> keys =
        folder.keys().stream().filter(key -> Keys.algorithm(key.key()) == algorithm).toList();
    List<TrustedKey> fitting =
        keys.stream().filter(key -> verifies(key, manifest, signature.signature())).toList();
    if (fitting.isEmpty()) {
      List<String> names = keys.stream().map(TrustedKey::name).distinct().toList();
      problems.add(file, 0, "wrong-key", String.join(", ", names));
      return Optional.empty();
    }
    TrustedKey key =
        fitting.stream().filter(one -> one.roles().contains(role)).findFirst().orElse(null);
    if (key == null) {
      problems.add(
          file, 0, "key-role", fitting.get(0).name(), role.name().toLowerCase(Locale.ROOT));
      return Optional.empty();
    }
    Set<String> revoked = folder.revoked();
    if (revoked.contains(key.name().toLowerCase(Locale.ROOT))
        || revoked.contains(key.fingerprint())) {
      problems.add(file, 0, "key-revoked", key.name());
    } else if (!key.holds(day)) {
      problems.add(file, 0, "key-expired", key.name(), said(key.from()), said(key.to()), day);
    }
    return Optional.of(key);
  }

  private static Object said(LocalDate day) {
    return day == null ? "-" : day;
  }

  private static boolean verifies(TrustedKey key, byte[] manifest, byte[] signature) {
    try {
      return Keys.verify(key.key(), manifest, signature);
    } catch (GeneralSecurityException e) {
      // Bytes that are no signature of this kind fit no key of it.
      return false;
    }
  }
}
