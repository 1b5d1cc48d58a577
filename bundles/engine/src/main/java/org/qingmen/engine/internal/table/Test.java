package org.qingmen.engine.internal.table;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What a cell asks of a value.
 *
 * @param operator {@code ==}, {@code !=}, {@code <}, {@code <=}, {@code >}, {@code >=}, {@code in},
 *     {@code not in}, {@code ..} for from and to, {@code any}, {@code present}, {@code absent}
 * @param operands what it is compared with: {@link BigDecimal}, {@link String}, {@link Boolean},
 *     {@link LocalDate} or {@link Reference}
 * @param type type of the operands
 */
record Test(String operator, List<Object> operands, FactTypes.Type type) {

  static final Test ANY = new Test("any", List.of(), FactTypes.Type.OPEN);

  /** A parameter of the pack, named in braces. */
  record Reference(String name) {}

  /** Whether it puts values in order. */
  boolean order() {
    return operator.matches("[<>]=?|\\.\\.");
  }

  /** Type of a single value. */
  static FactTypes.Type typeOf(Object value) {
    if (value instanceof BigDecimal) {
      return FactTypes.Type.NUMBER;
    }
    if (value instanceof Boolean) {
      return FactTypes.Type.FLAG;
    }
    if (value instanceof LocalDate) {
      return FactTypes.Type.DATE;
    }
    return value instanceof String ? FactTypes.Type.TEXT : FactTypes.Type.OPEN;
  }
}
