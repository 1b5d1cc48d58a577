package org.qingmen.engine.internal.compare;

import java.util.ArrayList;
import java.util.List;
import org.qingmen.engine.PackDifference.Kind;
import org.qingmen.engine.PackDifference.Line;

/** The shortest way from one text to another, line by line; blanks around a line do not count. */
final class LineDifference {

  private LineDifference() {}

  static List<Line> between(String before, String after) {
    List<String> was = before.lines().toList();
    List<String> is = after.lines().toList();
    int[][] common = new int[was.size() + 1][is.size() + 1];
    for (int i = was.size() - 1; i >= 0; i--) {
      for (int j = is.size() - 1; j >= 0; j--) {
        common[i][j] =
            same(was.get(i), is.get(j))
                ? common[i + 1][j + 1] + 1
                : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    List<Line> lines = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < was.size() || j < is.size()) {
      if (i < was.size() && j < is.size() && same(was.get(i), is.get(j))) {
        lines.add(new Line(null, is.get(j)));
        i++;
        j++;
      } else if (j == is.size() || (i < was.size() && common[i + 1][j] >= common[i][j + 1])) {
        lines.add(new Line(Kind.REMOVED, was.get(i++)));
      } else {
        lines.add(new Line(Kind.ADDED, is.get(j++)));
      }
    }
    return lines;
  }

  private static boolean same(String one, String other) {
    return one.strip().equals(other.strip());
  }
}
