package org.qingmen.bench.run;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** A shipped pack with some text replaced and a version of its own; its cases stay behind. */
final class ChangedPack {

  static final String VERSION = "99.0.0";

  private final Path folder;
  private final Map<String, String> changes;

  /**
   * @param folder a pack
   * @param changes texts of its rules and what stands there instead
   */
  ChangedPack(Path folder, Map<String, String> changes) {
    this.folder = folder;
    this.changes = changes;
  }

  String id() {
    return folder.getFileName().toString();
  }

  byte[] zip() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (String file : files()) {
        zip.putNextEntry(new ZipEntry(file));
        zip.write(text(file).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
      }
    }
    return bytes.toByteArray();
  }

  private List<String> files() throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .map(path -> folder.relativize(path).toString())
          .filter(name -> name.matches("pack\\.yaml|parameters\\.yaml|rules/[^/]+\\.drl"))
          .sorted()
          .toList();
    }
  }

  private String text(String file) throws IOException {
    String text = Files.readString(folder.resolve(file));
    if (file.equals("pack.yaml")) {
      return text.replaceFirst("(?m)^version:.*$", "version: " + VERSION);
    }
    for (Map.Entry<String, String> change : changes.entrySet()) {
      text = text.replace(change.getKey(), change.getValue());
    }
    return text;
  }
}
