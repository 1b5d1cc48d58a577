package org.qingmen.it;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** A connector that the product does not know: a shipped one under another name and port. */
final class ConnectorJar {

  private static final String ROUTES =
      "OSGI-INF/org.qingmen.connectors.vzenith.internal.VzenithRoutes.xml";

  private ConnectorJar() {}

  static byte[] of(String id, int port) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JarFile shipped = new JarFile(shipped().toFile())) {
      Manifest manifest = new Manifest(shipped.getManifest());
      manifest.getMainAttributes().putValue("Bundle-SymbolicName", "made.up." + id);
      try (JarOutputStream jar = new JarOutputStream(bytes, manifest)) {
        Enumeration<JarEntry> entries = shipped.entries();
        while (entries.hasMoreElements()) {
          copy(shipped, entries.nextElement(), jar, id, port);
        }
      }
    }
    return bytes.toByteArray();
  }

  private static void copy(
      JarFile shipped, JarEntry entry, JarOutputStream jar, String id, int port)
      throws IOException {
    if (entry.isDirectory() || entry.getName().equals(JarFile.MANIFEST_NAME)) {
      return;
    }
    byte[] content;
    try (InputStream stream = shipped.getInputStream(entry)) {
      content = stream.readAllBytes();
    }
    if (entry.getName().equals(ROUTES)) {
      content =
          new String(content, StandardCharsets.UTF_8)
              .replace("configuration-pid=\"org.qingmen", "configuration-pid=\"made.up." + id)
              .replace("value=\"8191\"", "value=\"" + port + "\"")
              .replace("value=\"vzenith\"", "value=\"" + id + "\"")
              .getBytes(StandardCharsets.UTF_8);
    }
    jar.putNextEntry(new JarEntry(entry.getName()));
    jar.write(content);
    jar.closeEntry();
  }

  private static Path shipped() {
    return Rooms.bundles().stream()
        .filter(file -> file.getFileName().toString().contains("connectors.vzenith"))
        .findFirst()
        .orElseThrow();
  }
}
