package org.qingmen.engine.internal.table;

import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.qingmen.spi.facts.Control;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.facts.GradingFacts;
import org.qingmen.spi.facts.KnownVehicle;
import org.qingmen.spi.facts.LedgerState;
import org.qingmen.spi.facts.Listed;
import org.qingmen.spi.facts.MassGroup;
import org.qingmen.spi.facts.Passage;
import org.qingmen.spi.facts.Traffic;
import org.qingmen.spi.facts.TripGroup;
import org.qingmen.spi.facts.UnitGroup;
import org.qingmen.spi.facts.VehicleEvidence;

/** What the facts of passages and grades are called and of which type their values are. */
final class FactTypes {

  /** Type of a value of a fact. */
  enum Type {
    TEXT,
    NUMBER,
    FLAG,
    DATE,
    /** Of a named value, whose type shows from the cells. */
    OPEN;

    /** The type that a head names, such as {@code number}. */
    static Type of(String name) {
      return valueOf(name.toUpperCase(java.util.Locale.ROOT));
    }
  }

  private static final Map<String, Class<?>> CLASSES =
      Map.ofEntries(
          Map.entry("Passage", Passage.class),
          Map.entry("VehicleEvidence", VehicleEvidence.class),
          Map.entry("Enterprise", Enterprise.class),
          Map.entry("Listed", Listed.class),
          Map.entry("Control", Control.class),
          Map.entry("KnownVehicle", KnownVehicle.class),
          Map.entry("Traffic", Traffic.class),
          Map.entry("GradingFacts", GradingFacts.class),
          Map.entry("TripGroup", TripGroup.class),
          Map.entry("MassGroup", MassGroup.class),
          Map.entry("UnitGroup", UnitGroup.class),
          Map.entry("LedgerState", LedgerState.class));

  private FactTypes() {}

  /** Whether a pattern is a class of facts; otherwise it is the kind of a {@code Fact}. */
  static boolean isClass(String pattern) {
    return Character.isUpperCase(pattern.charAt(0));
  }

  /** All classes of facts. */
  static java.util.Set<String> classes() {
    return new java.util.TreeSet<>(CLASSES.keySet());
  }

  /** The values of a class that can be compared with a cell; empty when there is no such class. */
  static Optional<SortedMap<String, Type>> values(String name) {
    Class<?> type = CLASSES.get(name);
    if (type == null) {
      return Optional.empty();
    }
    SortedMap<String, Type> values = new TreeMap<>();
    for (Method method : type.getMethods()) {
      boolean getter = method.getParameterCount() == 0 && !Modifier.isStatic(method.getModifiers());
      String property = getter ? property(method.getName()) : null;
      Type of = property == null ? null : type(method.getReturnType());
      if (of != null) {
        values.put(property, of);
      }
    }
    return Optional.of(values);
  }

  /** Whether a value of a class is always there. */
  static boolean primitive(String name, String property) {
    for (Method method : CLASSES.get(name).getMethods()) {
      if (method.getParameterCount() == 0 && property.equals(property(method.getName()))) {
        return method.getReturnType().isPrimitive();
      }
    }
    return false;
  }

  private static String property(String method) {
    String bare = method.replaceFirst("^(get|is)(?=[A-Z])", "");
    return bare.equals(method) || bare.equals("Class")
        ? null
        : Character.toLowerCase(bare.charAt(0)) + bare.substring(1);
  }

  private static Type type(Class<?> type) {
    if (type == String.class) {
      return Type.TEXT;
    }
    if (type == boolean.class || type == Boolean.class) {
      return Type.FLAG;
    }
    boolean number = type.isPrimitive() || Number.class.isAssignableFrom(type);
    return number && type != void.class && type != char.class ? Type.NUMBER : null;
  }
}
