package org.qingmen.office.internal.print;

import java.awt.Color;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** One table: its head again on each page, a row that is longer than a page goes on on the next. */
final class TablePrinter {

  private static final float SIZE = 9;
  private static final float LINE = 13;
  private static final float PADDING = 3;
  private static final Color HEAD = new Color(0xEC, 0xEF, 0xF2);
  private static final Pattern NUMBER = Pattern.compile("[-+−]?[\\d,.]+\\s?%?");

  private final Paper paper;
  private final Lettering lettering;
  private final LineBreaks breaks;
  private final List<String> head;
  private final float[] widths;

  TablePrinter(
      Paper paper, Lettering lettering, LineBreaks breaks, List<String> head, int[] relative) {
    this.paper = paper;
    this.lettering = lettering;
    this.breaks = breaks;
    this.head = List.copyOf(head);
    this.widths = widths(head.size(), relative);
  }

  private static float[] widths(int columns, int[] relative) {
    if (relative.length != 0 && relative.length != columns) {
      throw new IllegalArgumentException(
          columns + " columns, but " + relative.length + " widths: give one each, or none");
    }
    float sum = relative.length == 0 ? columns : IntStream.of(relative).sum();
    float[] widths = new float[columns];
    for (int i = 0; i < columns; i++) {
      widths[i] = Paper.WIDTH * (relative.length == 0 ? 1 : relative[i]) / sum;
    }
    return widths;
  }

  void print(List<List<String>> rows) throws IOException {
    List<List<String>> headLines = lines(head);
    paper.need(height(headLines) + 3 * LINE);
    row(headLines, true);
    for (List<String> one : rows) {
      List<List<String>> lines = lines(one);
      if (paper.left() < height(lines)) {
        boolean fitsAPage = height(lines) + height(headLines) <= Paper.HEIGHT;
        if (fitsAPage || paper.left() < 4 * LINE) {
          turn(headLines);
        }
      }
      sliced(lines, headLines);
    }
  }

  private void turn(List<List<String>> headLines) throws IOException {
    paper.turn();
    row(headLines, true);
  }

  /** A row, over as many pages as it takes. */
  private void sliced(List<List<String>> lines, List<List<String>> headLines) throws IOException {
    List<List<String>> rest = lines;
    while (paper.left() < height(rest)) {
      int fit = Math.max(1, (int) ((paper.left() - 2 * PADDING) / LINE));
      row(slice(rest, 0, fit), false);
      rest = slice(rest, fit, Integer.MAX_VALUE);
      turn(headLines);
    }
    row(rest, false);
  }

  private static List<List<String>> slice(List<List<String>> cells, int from, int to) {
    return cells.stream()
        .map(lines -> lines.subList(Math.min(from, lines.size()), Math.min(to, lines.size())))
        .toList();
  }

  private List<List<String>> lines(List<String> cells) {
    List<List<String>> lines = new ArrayList<>();
    for (int i = 0; i < widths.length; i++) {
      String text = i < cells.size() && cells.get(i) != null ? cells.get(i) : "";
      lines.add(breaks.lines(text, SIZE, widths[i] - 2 * PADDING));
    }
    return lines;
  }

  private static float height(List<List<String>> cells) {
    int most = cells.stream().mapToInt(List::size).max().orElse(1);
    return Math.max(1, most) * LINE + 2 * PADDING;
  }

  private void row(List<List<String>> cells, boolean isHead) throws IOException {
    float height = height(cells);
    if (isHead) {
      paper.shade(0, 0, Paper.WIDTH, height, HEAD);
    }
    float x = 0;
    for (int i = 0; i < widths.length; i++) {
      cell(cells.get(i), x, widths[i], isHead);
      paper.rule(x, 0, x, height);
      x += widths[i];
    }
    paper.rule(x, 0, x, height);
    paper.rule(0, 0, x, 0);
    paper.rule(0, height, x, height);
    paper.down(height);
  }

  private void cell(List<String> lines, float x, float width, boolean isHead) throws IOException {
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i);
      boolean right = !isHead && lines.size() == 1 && NUMBER.matcher(line).matches();
      float inset = right ? width - PADDING - lettering.width(line, SIZE) : PADDING;
      paper.text(line, SIZE, isHead, x + inset, PADDING + i * LINE + (LINE - SIZE) / 2);
    }
  }
}
