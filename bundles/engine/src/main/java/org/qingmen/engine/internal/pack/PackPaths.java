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

  /** Most bytes of a pack that is typed and tried out. */
  static final long MOST_BYTES_TYPED = 4L << 20;

  private static final Pattern KNOWN =
      Pattern.compile(
          "pack\\.yaml|parameters\\.yaml|rules/.+\\.drl|tables/.+\\.(?:xlsx|csv)|cases/.+\\.yaml|manifest\\.json|manifest(?:\\.approval)?\\.sig"
              + "|(?:README|NOTICE|LICENSE|CHANGES)[^/]*|docs/.+\\.(?:md|txt|png|svg)");

  /** Most characters in one path. */
  private static final int LONGEST = 200;

  /** Control characters, and those that make a name look like another one. */
  private static final Pattern STRANGE = Pattern.compile("[\\p{Cntrl}\\p{Cf}\\x{FFFD}]");

  private static final Pattern ARCHIVE =
      Pattern.compile("\\.(zip|tar|gz|tgz|bz2|xz|7z|rar|war|ear|kar)$");

  private PackPaths() {}

  /** Whether it lies in a jar's own directory, which is no part of the pack and is dropped. */
  static boolean jarsOwn(String path) {
    return path.startsWith("META-INF/") && !path.endsWith(".class") && !path.contains("..");
  }

  /** Left behind by editors and file managers; ignored in folders. */
  static boolean hidden(String name) {
    return name.startsWith(".")
        || name.startsWith("~$")
        || name.endsWith("~")
        || name.endsWith(".swp");
  }

  /** Checks one path. */
  static boolean acceptable(String path, Problems problems) {
    String code = wrong(path);
    if ("name-too-long".equals(code)) {
      String shown = path.substring(0, 60) + "...";
      problems.add(shown, 0, code, path.length(), LONGEST, shown);
    } else if (code != null) {
      problems.add(path, 0, code, path);
    }
    return code == null;
  }

  /** Code of what is wrong with a path; null when nothing is. */
  private static String wrong(String path) {
    String small = path.toLowerCase(java.util.Locale.ROOT);
    if (path.length() > LONGEST) {
      return "name-too-long";
    }
    if (path.startsWith("/") || path.startsWith("\\") || path.matches("[A-Za-z]:.*")) {
      return "absolute-path";
    }
    if (path.contains("\\") || path.contains(":") || climbs(path)) {
      return "zip-slip";
    }
    if (STRANGE.matcher(path).find()) {
      return "strange-name";
    }
    if (small.endsWith(".class") || small.endsWith(".jar")) {
      return "class-file";
    }
    if (small.matches("tables/.*\\.(xlsm|xltm|xlsb)")) {
      return "table-macros";
    }
    if (small.matches("tables/.*\\.(xls|ods|et|xlt)")) {
      return "table-other-program";
    }
    if (ARCHIVE.matcher(small).find()) {
      return "nested-archive";
    }
    return KNOWN.matcher(path).matches() ? null : "unexpected-file";
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
