package org.qingmen.engine.internal.pack;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.Manifest;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/**
 * Reads a pack from a zip or jar. Nothing is written to disk, nothing beyond the limits is
 * unpacked; the whole pack may lie in one top folder of the archive.
 */
public final class ArchiveReader {

  private final Problems problems;
  private final List<String> seen = new ArrayList<>();
  private final PathSet paths = new PathSet();
  private long total;

  private ArchiveReader(Problems problems) {
    this.problems = problems;
  }

  /** The files of an archive; what is wrong is added to {@code problems}. */
  public static PackFiles read(byte[] archive, Problems problems) {
    SortedMap<String, byte[]> files = new TreeMap<>();
    List<String> listed = ArchiveDirectory.read(archive, problems);
    if (!problems.none()) {
      return new PackFiles(files);
    }
    try {
      ArchiveReader reader = new ArchiveReader(problems);
      reader.entries(archive, files);
      reader.compare(listed);
    } catch (IOException | IllegalArgumentException e) {
      problems.add(null, 0, "not-an-archive", String.valueOf(e.getMessage()));
    }
    if (files.isEmpty() && problems.none()) {
      problems.add(null, 0, "not-an-archive", "empty");
    }
    return new PackFiles(files);
  }

  private void entries(byte[] archive, SortedMap<String, byte[]> files) throws IOException {
    String top = topFolder(archive);
    try (ZipInputStream zip = open(archive)) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        seen.add(entry.getName());
        if (!entry.isDirectory() && !take(entry.getName(), top, zip, files)) {
          return;
        }
      }
    }
  }

  /** Every entry stands in the directory, in the same order, and nothing else does. */
  private void compare(List<String> listed) {
    if (problems.none() && !seen.isEmpty() && !listed.equals(seen)) {
      problems.add(null, 0, "archive-inconsistent", listed.size() + " / " + seen.size());
    }
  }

  private boolean take(String name, String top, InputStream in, SortedMap<String, byte[]> files)
      throws IOException {
    byte[] bytes = in.readNBytes(PackPaths.MOST_BYTES_PER_FILE + 1);
    total += bytes.length;
    if (bytes.length > PackPaths.MOST_BYTES_PER_FILE
        || total > PackPaths.MOST_BYTES
        || files.size() >= PackPaths.MOST_FILES) {
      problems.add(name, 0, "zip-bomb", PackPaths.MOST_FILES, PackPaths.MOST_BYTES >> 20);
      return false;
    }
    String path = name.startsWith(top) ? name.substring(top.length()) : name;
    if (PackPaths.jarsOwn(path)) {
      refuseActivator(path, bytes);
    } else if (PackPaths.acceptable(path, problems)) {
      paths.add(path, problems);
      files.put(path, bytes);
    }
    return true;
  }

  private void refuseActivator(String path, byte[] bytes) throws IOException {
    if (path.endsWith(".MF")
        && new Manifest(new ByteArrayInputStream(bytes))
                .getMainAttributes()
                .getValue("Bundle-Activator")
            != null) {
      problems.add(path, 0, "activator");
    }
  }

  /** The folder everything lies in, empty when {@code pack.yaml} lies at the top. */
  private static String topFolder(byte[] archive) throws IOException {
    try (ZipInputStream zip = open(archive)) {
      int seen = 0;
      for (ZipEntry entry = zip.getNextEntry();
          entry != null && seen < PackPaths.MOST_FILES;
          entry = zip.getNextEntry()) {
        String name = entry.getName();
        seen++;
        if (name.equals("pack.yaml")) {
          return "";
        }
        if (name.matches("[^/.][^/]*/pack\\.yaml")) {
          return name.substring(0, name.indexOf('/') + 1);
        }
      }
    }
    return "";
  }

  private static ZipInputStream open(byte[] archive) {
    return new ZipInputStream(new ByteArrayInputStream(archive), StandardCharsets.UTF_8);
  }
}
