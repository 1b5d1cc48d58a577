package org.qingmen.engine.internal.pack;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.SortedMap;
import java.util.TreeMap;
import org.qingmen.engine.internal.json.CanonicalWriter;

/** {@code manifest.json}: every path of a pack with its SHA-256, sorted. */
public final class Manifest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private Manifest() {}

  /** The manifest of these files. */
  public static byte[] write(PackFiles files) {
    CanonicalWriter out = new CanonicalWriter(4096);
    out.open().key("files").open();
    files.hashes().forEach(out::member);
    return out.close().close().bytes();
  }

  /** Compares the manifest of a pack with its files. */
  public static void check(PackFiles files, Problems problems) {
    SortedMap<String, String> listed = read(files.files().get(PackFiles.MANIFEST), problems);
    if (listed == null) {
      return;
    }
    SortedMap<String, String> present = files.hashes();
    present.forEach(
        (path, hash) -> {
          String expected = listed.get(path);
          if (expected == null) {
            problems.add(path, 0, "extra-file", path);
          } else if (!expected.equals(hash)) {
            problems.add(path, 0, "tampered-file", path, expected, hash);
          }
        });
    listed.keySet().stream()
        .filter(path -> !present.containsKey(path))
        .forEach(path -> problems.add(path, 0, "missing-file", path));
  }

  private static SortedMap<String, String> read(byte[] json, Problems problems) {
    SortedMap<String, String> listed = new TreeMap<>();
    try {
      JsonNode files = JSON.readTree(json).path("files");
      if (!files.isObject()) {
        throw new IOException("no member `files`");
      }
      files.properties().forEach(file -> listed.put(file.getKey(), file.getValue().asText()));
      return listed;
    } catch (IOException e) {
      problems.add(PackFiles.MANIFEST, 0, "manifest-unreadable", e.getMessage());
      return null;
    }
  }
}
