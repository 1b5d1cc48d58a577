package org.qingmen.model;

import java.util.regex.Pattern;

/**
 * A number plate as read at the gate.
 *
 * @param number characters of the plate, at most 30; null when the camera could not read it, which
 *     is still a passage
 * @param colour colour of the plate
 */
public record Plate(String number, PlateColour colour) {

  private static final String PROVINCE = "[京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼]";
  private static final Pattern ORDINARY =
      Pattern.compile(PROVINCE + "[A-Z](?:[A-HJ-NP-Z0-9]{5}|[A-HJ-NP-Z0-9]{4}[挂学警港澳领试超])");
  private static final Pattern SMALL_NEW_ENERGY =
      Pattern.compile(PROVINCE + "[A-Z][A-HJ-NP-Z][A-HJ-NP-Z0-9][0-9]{4}");
  private static final Pattern LARGE_NEW_ENERGY =
      Pattern.compile(PROVINCE + "[A-Z][0-9]{5}[A-HJ-NP-Z]");
  private static final Pattern SPECIAL =
      Pattern.compile(
          "[0-9]{6}使|使[0-9]{6}|WJ"
              + PROVINCE
              + "?[0-9A-Z]{5,6}|[A-Z]{2}[0-9]{5}|民航[0-9A-Z]{5}|"
              + PROVINCE
              + "[A-Z][A-Z0-9]{4}应急|"
              + PROVINCE
              + "[A-Z][A-HJ-NP-Z0-9]{5}临?");

  public Plate {
    if (colour == null) {
      throw new IllegalArgumentException("a plate has a colour, if only `unknown`");
    }
    if (number != null && (number.isBlank() || number.length() > 30)) {
      throw new IllegalArgumentException("a plate number has 1 to 30 characters: " + number);
    }
  }

  /** Whether the camera read the plate at all. */
  public boolean read() {
    return number != null;
  }

  /** Whether the characters follow GA 36 for some kind of plate; an unread plate does not. */
  public boolean wellFormed() {
    return read()
        && (ORDINARY.matcher(number).matches()
            || newEnergyForm()
            || SPECIAL.matcher(number).matches());
  }

  /** Eight characters of a small or large new-energy plate. */
  public boolean newEnergyForm() {
    return smallNewEnergyForm() || largeNewEnergyForm();
  }

  /** Small new-energy plate: a letter first, then a letter or digit, then four digits. */
  public boolean smallNewEnergyForm() {
    return read() && SMALL_NEW_ENERGY.matcher(number).matches();
  }

  /** Large new-energy plate: five digits, then a letter. */
  public boolean largeNewEnergyForm() {
    return read() && LARGE_NEW_ENERGY.matcher(number).matches();
  }

  /**
   * Whether the new-energy letter says battery electric (D, A, B, C, E) rather than not purely
   * electric (F, G, H, J, K).
   */
  public boolean batteryElectricLetter() {
    if (!newEnergyForm()) {
      return false;
    }
    char letter = smallNewEnergyForm() ? number.charAt(2) : number.charAt(number.length() - 1);
    return "DABCE".indexOf(letter) >= 0;
  }

  /** A trailer's plate (挂) read at the rear of a combination. */
  public boolean trailer() {
    return read() && number.endsWith("挂");
  }

  /** Whether form and colour go together: eight characters with green or yellow-green only. */
  public boolean colourFits() {
    if (!read() || colour == PlateColour.UNKNOWN || colour == PlateColour.OTHER) {
      return true;
    }
    if (smallNewEnergyForm() && !largeNewEnergyForm()) {
      return colour == PlateColour.GREEN;
    }
    if (largeNewEnergyForm() && !smallNewEnergyForm()) {
      return colour == PlateColour.YELLOW_GREEN;
    }
    return trailer() ? colour == PlateColour.YELLOW : newEnergyForm() == colour.newEnergy();
  }
}
