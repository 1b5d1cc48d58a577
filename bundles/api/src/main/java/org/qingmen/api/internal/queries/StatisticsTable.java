package org.qingmen.api.internal.queries;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Statistics as a table: first the groups, then the numbers. Read by machines as JSON and by people
 * as a file.
 *
 * @param groups group keys
 * @param values names of the numbers
 * @param rows group values (texts), then numbers; a number may be null
 */
record StatisticsTable(List<String> groups, List<String> values, List<Row> rows) {

  /** One row. */
  record Row(List<String> keys, List<? extends Number> numbers) {

    static Row of(List<String> keys, Number... numbers) {
      return new Row(keys, Arrays.asList(numbers));
    }
  }

  /** The rows as objects whose members are the group keys and the names of the numbers. */
  void write(ArrayNode items) {
    for (Row row : rows) {
      ObjectNode item = items.addObject();
      for (int i = 0; i < groups.size(); i++) {
        item.put(groups.get(i), row.keys().get(i));
      }
      for (int i = 0; i < values.size(); i++) {
        put(item, values.get(i), row.numbers().get(i));
      }
    }
  }

  private static void put(ObjectNode item, String name, Number number) {
    if (number == null) {
      item.putNull(name);
    } else if (number instanceof Long whole) {
      item.put(name, whole);
    } else {
      item.put(name, number.doubleValue());
    }
  }

  /** The rows with readable names; an enterprise gets its name in a column of its own. */
  void write(Exports.Sink sink, Labels labels, UnaryOperator<String> names) throws IOException {
    List<Object> head = new ArrayList<>();
    for (String group : groups) {
      head.add(labels.of("group." + group));
      if ("enterprise".equals(group)) {
        head.add(labels.of("group.enterpriseName"));
      }
    }
    values.forEach(value -> head.add(labels.of("value." + value)));
    sink.row(head);
    for (Row row : rows) {
      sink.row(cells(row, labels, names));
    }
  }

  private List<Object> cells(Row row, Labels labels, UnaryOperator<String> names) {
    List<Object> cells = new ArrayList<>();
    for (int i = 0; i < groups.size(); i++) {
      String key = row.keys().get(i);
      switch (groups.get(i)) {
        case "enterprise" -> {
          cells.add(key);
          cells.add(names.apply(key));
        }
        case "heavy", "new-energy" -> cells.add(labels.of(Boolean.parseBoolean(key)));
        default -> cells.add(labels.of(groups.get(i), key));
      }
    }
    cells.addAll(row.numbers());
    return cells;
  }
}
