package org.qingmen.security.internal;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.BCrypt.Version;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;

/** Rules for passwords, their hashes, and made-up ones. */
final class Passwords {

  static final int SHORTEST = 8;
  static final int LONGEST = 128;

  /** From here on length makes up for variety. */
  static final int PASSPHRASE = 16;

  private static final int KINDS = 3;

  /** Characters that must remain when the user name is taken out. */
  private static final int OWN = 6;

  private static final int DISTINCT = 5;
  private static final String ALPHABET = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789";

  private final int cost;
  private final SecureRandom random = new SecureRandom();
  private final String hashOfNobody;

  Passwords(int cost) {
    this.cost = cost;
    this.hashOfNobody = hash(madeUp());
  }

  /** Which rule a password breaks: the last part of a fault's code; empty when it is good. */
  static Optional<String> complaint(String user, String password) {
    if (password == null || password.length() < SHORTEST) {
      return Optional.of("too-short");
    }
    if (password.length() > LONGEST) {
      return Optional.of("too-long");
    }
    String own = password.toLowerCase(Locale.ROOT).replace(user.toLowerCase(Locale.ROOT), "");
    if (own.length() < OWN) {
      return Optional.of("holds-user");
    }
    boolean varied = kinds(password) >= KINDS || password.length() >= PASSPHRASE;
    boolean repetitive = password.chars().distinct().count() < DISTINCT;
    return varied && !repetitive ? Optional.empty() : Optional.of("too-simple");
  }

  String hash(String password) {
    return hasher().hashToString(cost, password.toCharArray());
  }

  /** Whether a password fits a hash; takes as long for an account that does not exist. */
  boolean fits(String password, Optional<String> hash) {
    byte[] expected = hash.orElse(hashOfNobody).getBytes(java.nio.charset.StandardCharsets.UTF_8);
    boolean right =
        BCrypt.verifyer(Version.VERSION_2A, LongPasswordStrategies.hashSha512(Version.VERSION_2A))
            .verify(password.getBytes(java.nio.charset.StandardCharsets.UTF_8), expected)
            .verified;
    return right && hash.isPresent();
  }

  /** 24 characters that are not mistaken for one another, about 139 random bits. */
  String madeUp() {
    while (true) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < 24; i++) {
        text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
      }
      if (kinds(text.toString()) >= KINDS) {
        return text.toString();
      }
    }
  }

  private BCrypt.Hasher hasher() {
    return BCrypt.with(
        Version.VERSION_2A, random, LongPasswordStrategies.hashSha512(Version.VERSION_2A));
  }

  private static int kinds(String password) {
    boolean lower = password.chars().anyMatch(Character::isLowerCase);
    boolean upper = password.chars().anyMatch(Character::isUpperCase);
    boolean digit = password.chars().anyMatch(Character::isDigit);
    boolean other = password.chars().anyMatch(c -> !Character.isLetterOrDigit(c));
    return (lower ? 1 : 0) + (upper ? 1 : 0) + (digit ? 1 : 0) + (other ? 1 : 0);
  }
}
