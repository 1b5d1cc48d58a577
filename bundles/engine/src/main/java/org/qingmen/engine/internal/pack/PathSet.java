package org.qingmen.engine.internal.pack;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Paths of a pack, none of which may be another one's twin on any file system. */
final class PathSet {

  private final Map<String, String> seen = new HashMap<>();

  /** Adds a path; a twin is a problem. */
  void add(String path, Problems problems) {
    String form = Normalizer.normalize(path, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    String other = seen.putIfAbsent(form, path);
    if (path.equals(other)) {
      problems.add(path, 0, "duplicate-file", path);
    } else if (other != null) {
      problems.add(path, 0, "case-collision", path, other);
    }
  }
}
