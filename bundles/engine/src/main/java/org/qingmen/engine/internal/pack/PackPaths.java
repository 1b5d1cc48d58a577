package org.qingmen.engine.internal.pack;

import java.util.regex.Pattern;

/** Which files a pack may hold. */
final class PackPaths {

  /** Most files in one pack. */
  static final int MOST_FILES = 2_000;

  /** Most bytes in one pack, unpacked. */
  static final long MOST_BYTES = 32L << 20;

  /** Most bytes in one file. */
  static final int MOST_BYTES_PER_FILE = 4 << 20;

  private static final Pattern KNOWN =
      Pattern.compile(
          "pack\\.yaml|parameters\\.yaml|rules/.+\\.drl|cases/.+\\.yaml|manifest\\.json|manifest(?:\\.approval)?\\.sig"
              + "|(?:README|NOTICE|LICENSE|CHANGES)[^/]*|docs/.+\\.(?:md|txt|png|svg)");

  private PackPaths() {}

  /** Whether it lies in a jar's own directory, which is no part of the pack and is dropped. */
  static boolean jarsOwn(String path) {
    return path.startsWith("META-INF/") && !path.endsWith(".class") && !path.contains("..");
  }

  /** Left behind by editors and file managers; ignored in folders. */
  static boolean hidden(String name) {
    return name.startsWith(".") || name.endsWith("~") || name.endsWith(".swp");
  }

  /** Checks one path. */
  static boolean acceptable(String path, Problems problems) {
    if (path.startsWith("/") || path.contains("\\") || path.contains(":") || climbs(path)) {
      problems.add(path, 0, "zip-slip", path);
      return false;
    }
    if (path.endsWith(".class") || path.endsWith(".jar")) {
      problems.add(path, 0, "class-file", path);
      return false;
    }
    if (!KNOWN.matcher(path).matches()) {
      problems.add(path, 0, "unexpected-file", path);
      return false;
    }
    return true;
  }

  private static boolean climbs(String path) {
    for (String part : path.split("/", -1)) {
      if (part.equals("..") || part.equals(".") || part.isEmpty()) {
        return true;
      }
    }
    return false;
  }
}
