package org.qingmen.supervision.control.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.store.StoredJson;

/** Whom a policy is for: every member that is given must fit. */
record Target(
    List<String> divisions,
    List<String> enterprises,
    List<String> industries,
    List<String> grades) {

  static Target read(JsonNode target) {
    return new Target(
        StoredJson.texts(target, "divisions"),
        StoredJson.texts(target, "enterprises"),
        StoredJson.texts(target, "industries"),
        StoredJson.texts(target, "grades"));
  }

  boolean fits(Enterprise enterprise) {
    return (divisions.isEmpty() || Divisions.holds(divisions, enterprise.division()))
        && (enterprises.isEmpty() || enterprises.contains(enterprise.id()))
        && (industries.isEmpty() || enterprise.industries().stream().anyMatch(industries::contains))
        && (grades.isEmpty() || grades.contains(String.valueOf(enterprise.declaredGrade())));
  }

  Tier tier() {
    if (!enterprises.isEmpty()) {
      return Tier.ENTERPRISE;
    }
    return industries.isEmpty() && grades.isEmpty() ? Tier.DIVISION : Tier.INDUSTRY_AND_GRADE;
  }

  /** How close to the enterprise a policy was made; the closest goes first. */
  enum Tier {
    ENTERPRISE,
    INDUSTRY_AND_GRADE,
    DIVISION;

    String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
