package org.qingmen.supervision.registers.internal.imports;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.qingmen.supervision.registers.internal.Json;

/** What people call columns and values, from {@code headers.json} and {@code values.json}. */
final class Words {

  private final JsonNode headers = Json.shipped("headers.json");
  private final JsonNode values = Json.shipped("values.json");

  /** Which field each head means; null where none does. Each field is found at most once. */
  List<String> guess(List<String> heads, List<Field> fields) {
    Map<String, String> exact = new HashMap<>();
    Map<String, String> loose = new HashMap<>();
    for (Field field : fields) {
      exact.putIfAbsent(plain(field.path()), field.path());
      exact.putIfAbsent(plain(field.title().zh()), field.path());
      exact.putIfAbsent(plain(field.title().en()), field.path());
      loose.putIfAbsent(plain(field.name()), field.path());
      String known = headers.has(field.path()) ? field.path() : field.name();
      headers.path(known).forEach(word -> loose.putIfAbsent(plain(word.asText()), field.path()));
    }
    Set<String> taken = new HashSet<>();
    List<String> found = new ArrayList<>();
    for (String head : heads) {
      String field = exact.getOrDefault(plain(head), loose.get(plain(head)));
      found.add(field != null && taken.add(field) ? field : null);
    }
    return found;
  }

  /** The code that a word of a cell means; the word itself when none is known. */
  String code(Field field, String cell) {
    String table = field.name().equals("minimumStage") ? "stage" : field.name();
    String key = cell.toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    JsonNode known = values.path(table);
    JsonNode found = known.path(key);
    return (found.isMissingNode() ? known.path(key.replace(" ", "")) : found).asText(cell);
  }

  /** Without case, blanks, marks and what stands in parentheses. */
  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT)
        .replaceAll("[(（\\[].*?[)）\\]]", "")
        .replaceAll("[\\s*＊:：_/-]", "");
  }
}
