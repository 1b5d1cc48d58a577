package org.qingmen.supervision.registers.internal.check;

import java.util.regex.Pattern;

/** The unified social credit code (GB 32100): form and check character. */
final class CreditCode {

  private static final String CHARACTERS = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final Pattern FORM = Pattern.compile("[" + CHARACTERS + "]{18}");
  private static final int MODULUS = 31;
  private static final int BASE = 3;

  private CreditCode() {}

  static boolean wellFormed(String code) {
    return FORM.matcher(code).matches();
  }

  /** Whether the last character is the check character of the other seventeen. */
  static boolean checkRight(String code) {
    int sum = 0;
    int weight = 1;
    for (int i = 0; i < 17; i++) {
      sum += CHARACTERS.indexOf(code.charAt(i)) * weight;
      weight = weight * BASE % MODULUS;
    }
    int check = (MODULUS - sum % MODULUS) % MODULUS;
    return code.charAt(17) == CHARACTERS.charAt(check);
  }
}
