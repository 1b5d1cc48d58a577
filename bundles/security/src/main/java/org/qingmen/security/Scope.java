package org.qingmen.security;

import java.util.regex.Pattern;
import org.qingmen.model.Division;

/**
 * Where somebody may act: in an administrative division with everything below it, or for one
 * enterprise. Exactly one of the two is set.
 *
 * @param division GB/T 2260 code, null when bound to an enterprise; {@code 000000} is everywhere
 * @param enterprise discharge-unit code, null when bound to a division
 */
public record Scope(Division division, String enterprise) {

  /** Everywhere. */
  public static final Scope ROOT = new Scope(Division.NATION, null);

  private static final Pattern PREFIX = Pattern.compile("([0-9]{2}){0,3}");
  private static final Pattern ENTERPRISE = Pattern.compile("[^\\s/|]{1,50}");

  /**
   * @throws IllegalArgumentException unless exactly one of the two is set
   */
  public Scope {
    if ((division == null) == (enterprise == null)) {
      throw new IllegalArgumentException("a scope is one division or one enterprise");
    }
    if (enterprise != null && !codeOfEnterprise(enterprise)) {
      throw new IllegalArgumentException("no code of an enterprise: " + enterprise);
    }
  }

  /** A division with everything below it. */
  public static Scope of(Division division) {
    return new Scope(division, null);
  }

  /** One enterprise. */
  public static Scope ofEnterprise(String enterprise) {
    return new Scope(null, enterprise);
  }

  /**
   * Reads {@link #code()}: a division prefix of 0, 2, 4 or 6 digits, or a discharge-unit code.
   *
   * @throws IllegalArgumentException when it is neither
   */
  public static Scope parse(String code) {
    if (code == null) {
      throw new IllegalArgumentException("a scope is one division or one enterprise");
    }
    return PREFIX.matcher(code).matches()
        ? of(new Division((code + "000000").substring(0, 6)))
        : ofEnterprise(code);
  }

  /** Six digits of the division, or the discharge-unit code. */
  public String code() {
    return division == null ? enterprise : division.code();
  }

  /** Whether this is everywhere. */
  public boolean isRoot() {
    return division != null && division.prefix().isEmpty();
  }

  /** Significant digits of the division; null when bound to an enterprise. */
  public String divisionPrefix() {
    return division == null ? null : division.prefix();
  }

  /**
   * Whether something of an enterprise lies within this scope.
   *
   * @param of discharge-unit code, may be null for something of no enterprise
   * @param at division it lies in (six digits); null when unknown, which only the root covers
   */
  public boolean allows(String of, String at) {
    return division == null ? enterprise.equals(of) : allowsDivision(at);
  }

  /** Whether a whole division lies within this scope; an enterprise's scope covers none. */
  public boolean allowsDivision(String at) {
    return isRoot() || (division != null && at != null && at.startsWith(division.prefix()));
  }

  /**
   * Whether everything another scope allows lies within this one.
   *
   * @param other the other scope
   * @param at division of the other scope's enterprise, null when it is unknown or has none
   */
  public boolean covers(Scope other, String at) {
    return other.division == null
        ? allows(other.enterprise, at)
        : allowsDivision(other.division.code()) && !wider(other);
  }

  /** Codes that could be read as a division are not taken, so that {@link #parse} is certain. */
  private static boolean codeOfEnterprise(String code) {
    return ENTERPRISE.matcher(code).matches() && !PREFIX.matcher(code).matches();
  }

  private boolean wider(Scope other) {
    return other.division.prefix().length() < division.prefix().length();
  }

  @Override
  public String toString() {
    return code();
  }
}
