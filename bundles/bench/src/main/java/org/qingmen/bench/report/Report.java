package org.qingmen.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Locale;

/**
 * Prints figures as they come, says of each with a bar whether it is met, and keeps the history.
 */
public final class Report {

  private static final int LABEL_WIDTH = 62;

  private final String bench;
  private final Texts texts;
  private final PrintStream out;
  private final ObjectNode json = new ObjectMapper().createObjectNode();
  private final ArrayNode figures;
  private int met;
  private int missed;

  /** A report on the benchmark of this name. */
  public Report(String bench, Texts texts, PrintStream out) {
    this.bench = bench;
    this.texts = texts;
    this.out = out;
    json.put("time", Instant.now().toString()).put("bench", bench);
    figures = json.putArray("figures");
  }

  /** A text in the reader's language. */
  public String text(String key) {
    return texts.get(key);
  }

  /** A heading. */
  public void section(String key, Object... arguments) {
    out.println();
    out.println(texts.get(key, arguments));
  }

  /** A fact about the machine or a setting. */
  public void fact(String key, Object value) {
    line(texts.get("fact." + key), String.valueOf(value));
    json.put(key, String.valueOf(value));
  }

  /** A remark for the reader that is kept, too. */
  public void note(String key, Object... arguments) {
    String text = texts.get(key, arguments);
    out.println("  * " + text);
    json.withArray("notes").add(text);
  }

  /** A figure without a bar. */
  public void figure(String key, String about, double value) {
    figure(key, about, value, null);
  }

  /**
   * A figure.
   *
   * @param key its kind, named in the message files
   * @param about what it is of, such as {@code product, 128}; part of its label
   * @param bar what it has to reach, null for nothing
   */
  public void figure(String key, String about, double value, Bar bar) {
    String shown = number(value) + " " + texts.get("unit." + key);
    if (bar != null) {
      boolean good = bar.metBy(value);
      met += good ? 1 : 0;
      missed += good ? 0 : 1;
      shown =
          "%-18s %s %s  %s"
              .formatted(
                  shown,
                  bar.atLeast() ? ">=" : "<=",
                  number(bar.limit()),
                  texts.get(good ? "met" : "missed"));
    }
    line(texts.get("figure." + key) + (about.isEmpty() ? "" : " (" + about + ")"), shown);
    ObjectNode each = figures.addObject();
    each.put("key", key).put("about", about).put("value", value);
    if (bar != null) {
      each.put("bar", bar.limit()).put("atLeast", bar.atLeast()).put("met", bar.metBy(value));
    }
  }

  /**
   * Prints the sum and appends a line to the history.
   *
   * @param history the folder of the history
   * @return whether every bar was met
   */
  public boolean end(Path history) throws IOException {
    out.println();
    out.println(texts.get("sum", met, missed));
    json.put("met", met).put("missed", missed);
    Files.createDirectories(history);
    Path file = history.resolve(bench + ".jsonl");
    Files.writeString(file, json + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    out.println(texts.get("history", file));
    return missed == 0;
  }

  private void line(String label, String value) {
    int dots = Math.max(1, LABEL_WIDTH - width(label));
    out.println("  " + label + " " + ".".repeat(dots) + " " + value);
    out.flush();
  }

  /** Chinese characters take two columns. */
  private static int width(String text) {
    return text.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
  }

  private static String number(double value) {
    double size = Math.abs(value);
    String format =
        size >= 100 || value == Math.rint(value) ? "%,.0f" : size >= 10 ? "%.1f" : "%.3f";
    return String.format(Locale.ENGLISH, format, value);
  }
}
