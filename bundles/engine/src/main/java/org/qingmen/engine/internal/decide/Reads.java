package org.qingmen.engine.internal.decide;

import java.time.LocalDate;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import org.qingmen.engine.internal.compile.ParameterSet;
import org.qingmen.spi.facts.Parameters;
import org.qingmen.spi.pack.Parameter;

/** The plain parameters of a pack on one day; what a rule reads is noted. */
public final class Reads implements Parameters {

  private final ParameterSet.Day day;
  private final TreeMap<String, Parameter> read;

  /** Reads the parameters of a day into a list of what was read. */
  public Reads(ParameterSet.Day day, TreeMap<String, Parameter> read) {
    this.day = day;
    this.read = read;
  }

  private Object value(String name) {
    Parameter parameter = day.plain().get(name);
    if (parameter == null || parameter.value() == null) {
      throw new IllegalArgumentException("the pack has no parameter " + name + " at that date");
    }
    read.put(name, parameter);
    return parameter.value();
  }

  @Override
  public double number(String name) {
    if (value(name) instanceof Number number) {
      return number.doubleValue();
    }
    throw new IllegalArgumentException("parameter " + name + " is no number");
  }

  @Override
  public String text(String name) {
    return Objects.toString(value(name));
  }

  @Override
  public boolean flag(String name) {
    return Boolean.TRUE.equals(value(name));
  }

  @Override
  public String date(String name) {
    return text(name);
  }

  @Override
  public boolean holds(String name) {
    Parameter parameter = day.plain().get(name);
    return parameter != null && parameter.value() != null;
  }

  @Override
  public String step(String table, String date) {
    NavigableMap<String, Parameter> rows =
        day.plain().subMap(table, true, table + Character.MAX_VALUE, true);
    Parameter latest = null;
    for (Parameter row : rows.values()) {
      boolean due = row.value() != null && row.value().toString().compareTo(date) <= 0;
      if (due && (latest == null || newer(row, latest))) {
        latest = row;
      }
    }
    if (latest == null) {
      return null;
    }
    read.put(latest.name(), latest);
    return latest.name().substring(table.length());
  }

  @Override
  public boolean early(String table, String row, String date, String years) {
    if (!holds(table + row)) {
      return false;
    }
    LocalDate due = LocalDate.parse(text(table + row));
    return LocalDate.parse(date).isBefore(due.minusYears((long) number(years)));
  }

  private static boolean newer(Parameter row, Parameter than) {
    return row.value().toString().compareTo(than.value().toString()) >= 0;
  }
}
