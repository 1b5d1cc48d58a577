package org.qingmen.supervision.registers.internal;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.qingmen.supervision.registers.DivisionTree.Entry;
import org.qingmen.supervision.registers.RegisterKinds;

/**
 * The shipped table of divisions.
 *
 * @param source the head of the file: where the data come from, and their date
 * @param entries divisions by code
 */
record ShippedDivisions(String source, SortedMap<String, Entry> entries) {

  static ShippedDivisions read() {
    StringBuilder source = new StringBuilder();
    SortedMap<String, Entry> entries = new TreeMap<>();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                RegisterKinds.class.getResourceAsStream("divisions.csv"),
                StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith("#")) {
          source.append(line.substring(1));
        } else if (Character.isDigit(line.charAt(0))) {
          String[] cells = line.split(",");
          String code = cells[0];
          boolean verified = "yes".equals(cells[2]);
          entries.put(code, new Entry(code, cells[1], DivisionService.above(code), verified, null));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the table of divisions is damaged", e);
    }
    return new ShippedDivisions(
        source.toString().strip(), Collections.unmodifiableSortedMap(entries));
  }
}
