package org.qingmen.supervision.stages;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.qingmen.model.Coded;
import org.qingmen.model.EmissionStage;

/**
 * An emission-disclosure number (环保信息公开编号): 24 characters.
 *
 * @param vehicleClass characters 3-4, such as {@code FJ} for compression-ignition machines
 * @param stage stage of characters 5-6, such as {@code G3}
 * @param noise characters 7-8
 * @param maker characters 9-12
 * @param model characters 13-18
 */
public record DisclosureNumber(
    String vehicleClass, EmissionStage stage, String noise, String maker, String model) {

  private static final Pattern FORM =
      Pattern.compile("CN([A-Z]{2})G([0-6])(.{2})(.{4})(.{6})[A-Z0-9]{6}");

  /** Reads a number; empty when it does not have the form of one. */
  public static Optional<DisclosureNumber> read(String text) {
    Matcher parts = FORM.matcher(text == null ? "" : text);
    if (!parts.matches()) {
      return Optional.empty();
    }
    return Coded.of(EmissionStage.class, parts.group(2))
        .map(
            stage ->
                new DisclosureNumber(
                    parts.group(1), stage, parts.group(3), parts.group(4), parts.group(5)));
  }
}
