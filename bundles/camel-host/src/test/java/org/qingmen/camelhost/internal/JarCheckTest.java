package org.qingmen.camelhost.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Base64;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JarCheckTest {

  @TempDir private Path folder;
  private Path trust;
  private KeyPair ours;

  @BeforeEach
  void trustOneKey() throws Exception {
    trust = Files.createDirectory(folder.resolve("trust"));
    ours = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
    String base64 = Base64.getMimeEncoder().encodeToString(ours.getPublic().getEncoded());
    Files.writeString(
        trust.resolve("office.pub"),
        "-----BEGIN PUBLIC KEY-----\n" + base64 + "\n-----END PUBLIC KEY-----\n");
    Files.writeString(trust.resolve("broken.pub"), "this is no key");
  }

  @Test
  void aJarSignedByATrustedKeyMayRun() throws Exception {
    File jar = jar("connector.jar", true, null);
    sign(jar, ours);
    assertThat(problem(jar, false)).isEmpty();
  }

  @Test
  void anUnsignedJarRunsInDevelopmentOnly() throws Exception {
    File jar = jar("connector.jar", true, null);
    assertThat(problem(jar, false)).isEqualTo("jar-unsigned");
    assertThat(problem(jar, true)).isEmpty();
  }

  @Test
  void aForeignKeyAnAlteredJarAndABrokenSignatureAreRefusedEvenInDevelopment() throws Exception {
    File jar = jar("connector.jar", true, null);
    sign(jar, KeyPairGenerator.getInstance("Ed25519").generateKeyPair());
    assertThat(problem(jar, true)).isEqualTo("jar-wrong-key");
    sign(jar, ours);
    jar("connector.jar", true, "added.txt");
    assertThat(problem(jar, false)).isEqualTo("jar-wrong-key");
    Files.writeString(Path.of(jar + ".sig"), "!");
    assertThat(problem(jar, false)).isEqualTo("jar-wrong-key");
  }

  @Test
  void aJarThatIsNoBundleOrNoJarAtAllIsRefused() throws Exception {
    assertThat(problem(jar("plain.jar", false, null), true)).isEqualTo("jar-no-bundle");
    Path text = Files.writeString(folder.resolve("text.jar"), "no jar");
    assertThat(problem(text.toFile(), true)).isEqualTo("jar-broken");
  }

  @Test
  void aRulePackIsLeftToTheRuleEngine() throws Exception {
    assertThat(JarCheck.isConnectorJar(jar("pack.jar", true, "pack.yaml"))).isFalse();
    assertThat(JarCheck.isConnectorJar(jar("connector.jar", true, null))).isTrue();
    assertThat(JarCheck.isConnectorJar(folder.toFile())).isFalse();
  }

  private String problem(File jar, boolean unsignedAccepted) throws IOException {
    JarCheck check = new JarCheck(new TrustedSigners(trust), unsignedAccepted);
    return check.problem(jar, Files.readAllBytes(jar.toPath())).orElse("");
  }

  private static void sign(File jar, KeyPair key) throws GeneralSecurityException, IOException {
    Signature signature = Signature.getInstance("Ed25519");
    signature.initSign(key.getPrivate());
    signature.update(Files.readAllBytes(jar.toPath()));
    Files.write(Path.of(jar + ".sig"), signature.sign());
  }

  private File jar(String name, boolean bundle, String entry) throws IOException {
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    if (bundle) {
      manifest.getMainAttributes().putValue("Bundle-SymbolicName", "made.up");
    }
    Path file = folder.resolve(name);
    try (JarOutputStream jar = new JarOutputStream(Files.newOutputStream(file), manifest)) {
      if (entry != null) {
        jar.putNextEntry(new ZipEntry(entry));
        jar.closeEntry();
      }
    }
    return file.toFile();
  }
}
