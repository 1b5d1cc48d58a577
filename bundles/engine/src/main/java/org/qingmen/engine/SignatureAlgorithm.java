package org.qingmen.engine;

import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** How a rule pack is signed. */
public enum SignatureAlgorithm {
  /** Ed25519 (RFC 8032); what is meant where nothing is said. */
  ED25519,
  /**
   * SM2 with the digest SM3 and the user id {@code 1234567812345678} on the curve recommended by
   * GB/T 32918.5.
   */
  SM2;

  /** Its name in settings, signature files and messages: {@code ed25519}, {@code sm2}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The algorithm of a name; empty when there is none. Capitals do not matter. */
  public static Optional<SignatureAlgorithm> of(String word) {
    return Arrays.stream(values()).filter(one -> one.word().equalsIgnoreCase(word)).findFirst();
  }

  /**
   * The algorithms of a list with commas.
   *
   * @throws IllegalArgumentException when it is empty or names one that there is not
   */
  public static Set<SignatureAlgorithm> listed(String words) {
    Set<SignatureAlgorithm> all = EnumSet.noneOf(SignatureAlgorithm.class);
    for (String word : words.strip().split("\\s*,\\s*")) {
      all.add(
          of(word)
              .orElseThrow(
                  () ->
                      new IllegalArgumentException(
                          "no signature algorithm: '" + word + "'; there are " + words(all()))));
    }
    return Collections.unmodifiableSet(all);
  }

  /** Names of algorithms as {@link #listed} reads them. */
  public static String words(Set<SignatureAlgorithm> algorithms) {
    return algorithms.stream()
        .sorted()
        .map(SignatureAlgorithm::word)
        .collect(Collectors.joining(","));
  }

  private static Set<SignatureAlgorithm> all() {
    return EnumSet.allOf(SignatureAlgorithm.class);
  }
}
