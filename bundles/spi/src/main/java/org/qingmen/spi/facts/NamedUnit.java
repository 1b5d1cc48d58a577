package org.qingmen.spi.facts;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * In-plant vehicle or machine of the enterprise that a record names and the registry holds.
 *
 * @param code code as the record names it
 * @param kind {@code in-plant} or {@code machine}
 * @param registrationCode environmental registration code of a machine, may be null
 * @param machineCode machine environmental code, may be null
 * @param stage registered emission stage code, may be null
 */
public record NamedUnit(
    String code, String kind, String registrationCode, String machineCode, String stage) {

  /** Everything it is known by. */
  public List<String> codes() {
    return Stream.of(code, registrationCode, machineCode)
        .filter(Objects::nonNull)
        .distinct()
        .toList();
  }
}
