package org.qingmen.engine.internal.pack;

/** Order of semantic versions; a pre-release comes before its release. */
public final class Versions {

  private Versions() {}

  /** Compares two versions that fit the schema of {@code pack.yaml}. */
  public static int compare(String one, String other) {
    String[] left = one.split("-", 2);
    String[] right = other.split("-", 2);
    String[] a = left[0].split("\\.");
    String[] b = right[0].split("\\.");
    for (int i = 0; i < 3; i++) {
      int order = Integer.compare(Integer.parseInt(a[i]), Integer.parseInt(b[i]));
      if (order != 0) {
        return order;
      }
    }
    if (left.length != right.length) {
      return Integer.compare(right.length, left.length);
    }
    return left.length == 1 ? 0 : left[1].compareTo(right[1]);
  }
}
