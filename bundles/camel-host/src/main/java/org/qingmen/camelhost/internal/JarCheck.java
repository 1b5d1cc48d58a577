package org.qingmen.camelhost.internal;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.zip.ZipException;

/** Whether a jar of the drop folder may become a bundle. */
final class JarCheck {

  private static final String SYMBOLIC_NAME = "Bundle-SymbolicName";

  private final TrustedSigners signers;
  private final boolean unsignedAccepted;

  JarCheck(TrustedSigners signers, boolean unsignedAccepted) {
    this.signers = signers;
    this.unsignedAccepted = unsignedAccepted;
  }

  /** Rule packs are jars too, but belong to the rule engine. */
  static boolean isConnectorJar(File file) {
    if (!file.isFile() || !file.getName().toLowerCase(Locale.ROOT).endsWith(".jar")) {
      return false;
    }
    try (JarFile jar = new JarFile(file)) {
      return jar.getEntry("pack.yaml") == null;
    } catch (IOException e) {
      return true;
    }
  }

  /** Code of the reason why this jar must not run; empty when it may. */
  Optional<String> problem(File file, byte[] content) throws IOException {
    try (JarFile jar = new JarFile(file)) {
      Manifest manifest = jar.getManifest();
      if (manifest == null || manifest.getMainAttributes().getValue(SYMBOLIC_NAME) == null) {
        return Optional.of("jar-no-bundle");
      }
    } catch (ZipException e) {
      return Optional.of("jar-broken");
    }
    Path signature = file.toPath().resolveSibling(file.getName() + ".sig");
    if (!Files.isRegularFile(signature)) {
      return unsignedAccepted ? Optional.empty() : Optional.of("jar-unsigned");
    }
    boolean trusted = signers.signer(content, Files.readAllBytes(signature)).isPresent();
    return trusted ? Optional.empty() : Optional.of("jar-wrong-key");
  }
}
