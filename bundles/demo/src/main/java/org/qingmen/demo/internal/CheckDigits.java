package org.qingmen.demo.internal;

/** Makes numbers whose check digits are right. */
final class CheckDigits {

  private static final String CREDIT = "0123456789ABCDEFGHJKLMNPQRTUWXY";
  private static final String VIN_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ";
  private static final String VIN_VALUES = "12345678123457923456789";
  private static final int[] VIN_WEIGHTS = {8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2};
  private static final int[] ORGANISATION = {3, 7, 9, 10, 5, 8, 4, 2};
  private static final int CHECK_POSITION = 8;

  private CheckDigits() {}

  /** A unified social credit code (GB 32100) of an enterprise in a division. */
  static String creditCode(String division, int number) {
    String organisation = "MA%06d".formatted(number);
    int sum = 0;
    for (int i = 0; i < organisation.length(); i++) {
      sum += Character.digit(organisation.charAt(i), 36) * ORGANISATION[i];
    }
    int rest = (11 - sum % 11) % 11;
    String seventeen = "91" + division + organisation + (rest == 10 ? "X" : rest);
    int total = 0;
    int weight = 1;
    for (char c : seventeen.toCharArray()) {
      total += CREDIT.indexOf(c) * weight;
      weight = weight * 3 % 31;
    }
    return seventeen + CREDIT.charAt((31 - total % 31) % 31);
  }

  /** The VIN (GB 16735) with these other sixteen characters; position 9 is replaced. */
  static String vin(String seventeen) {
    int sum = 0;
    for (int i = 0; i < seventeen.length(); i++) {
      sum += VIN_WEIGHTS[i] * value(seventeen.charAt(i));
    }
    int rest = sum % 11;
    StringBuilder vin = new StringBuilder(seventeen);
    vin.setCharAt(CHECK_POSITION, rest == 10 ? 'X' : (char) ('0' + rest));
    return vin.toString();
  }

  /** The same VIN with a wrong check digit. */
  static String spoilt(String vin) {
    StringBuilder spoilt = new StringBuilder(vin);
    spoilt.setCharAt(CHECK_POSITION, vin.charAt(CHECK_POSITION) == '1' ? '2' : '1');
    return spoilt.toString();
  }

  private static int value(char c) {
    return Character.isDigit(c) ? c - '0' : VIN_VALUES.charAt(VIN_LETTERS.indexOf(c)) - '0';
  }
}
