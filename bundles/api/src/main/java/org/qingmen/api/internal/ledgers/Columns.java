package org.qingmen.api.internal.ledgers;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.qingmen.api.internal.queries.Labels;
import org.qingmen.api.internal.queries.Plates;
import org.qingmen.model.ChinaTime;

/**
 * What is shown of a row: members of the JSON answer and, in the same order, columns of the
 * exported table.
 *
 * @param <T> the row
 */
final class Columns<T> {

  private record Column<T>(String name, String codes, Function<T, Object> value) {

    Object read(T row, Labels labels) {
      Object read = value.apply(row);
      return codes == null || read == null ? read : labels.of(codes, read.toString());
    }
  }

  private final List<Column<T>> columns = new ArrayList<>();

  Columns<T> with(String name, Function<T, Object> value) {
    return with(name, null, value);
  }

  /**
   * @param codes list of codes that the column takes its values from; tables that people read show
   *     their names
   */
  Columns<T> with(String name, String codes, Function<T, Object> value) {
    columns.add(new Column<>(name, codes, value));
    return this;
  }

  /** The same for whoever may not see plates: one that has no usual form is masked, too. */
  Columns<T> masked() {
    Columns<T> masked = new Columns<>();
    for (Column<T> column : columns) {
      boolean plate = column.name().equals("plate");
      masked.with(
          column.name(),
          column.codes(),
          plate ? row -> Plates.plate((String) column.value().apply(row)) : column.value());
    }
    return masked;
  }

  List<String> names() {
    return columns.stream().map(Column::name).toList();
  }

  List<Object> cells(T row, Labels labels) {
    List<Object> cells = new ArrayList<>();
    columns.forEach(column -> cells.add(shown(column.read(row, labels))));
    return cells;
  }

  void write(ObjectNode json, T row) {
    for (Column<T> column : columns) {
      Object value = shown(column.value().apply(row));
      if (value instanceof Double number) {
        json.put(column.name(), number);
      } else if (value instanceof Long || value instanceof Integer) {
        json.put(column.name(), ((Number) value).longValue());
      } else if (value instanceof Boolean truth) {
        json.put(column.name(), truth);
      } else {
        json.put(column.name(), value == null ? null : value.toString());
      }
    }
  }

  /** Moments are shown as the enterprises' clocks show them. */
  private static Object shown(Object value) {
    return value instanceof Instant instant ? ChinaTime.text(instant) : value;
  }
}
