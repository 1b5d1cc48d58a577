package org.qingmen.api.internal.queries;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.metatype.annotations.Designate;
import org.qingmen.model.Coded;
import org.qingmen.security.Principal;
import org.qingmen.security.Role;

/** Who sees plates and VINs in full, and what the others see: {@code 冀B1***5}. */
@Component(service = Plates.class, configurationPid = PlateSettings.PID)
@Designate(ocd = PlateSettings.class)
public final class Plates {

  private static final String HIDDEN = "***";
  private static final int PLATE_HEAD = 3;
  private static final int VIN_HEAD = 8;

  /** Members of a record that name a vehicle. */
  private static final Set<String> NAMING = Set.of("number", "vin", "engine", "plate");

  /** Shorter texts would be found by chance inside other words. */
  private static final int NAME_LENGTH = 5;

  /** Number plates in running text, such as the wording of an alarm. */
  private static final Pattern PLATE =
      Pattern.compile("[京津冀晋蒙辽吉黑沪苏浙皖闽赣鲁豫鄂湘粤桂琼渝川贵云藏陕甘青宁新使领]" + "[A-Z][A-Z0-9]{4,6}[挂学警港澳]?");

  /** A vehicle identification number in running text (GB 16735); longer codes are none. */
  private static final Pattern VIN =
      Pattern.compile("(?<![A-Za-z0-9])(?=[A-Z]*[0-9])[A-HJ-NPR-Z0-9]{17}(?![A-Za-z0-9])");

  private final Set<Role> full;

  @Activate
  public Plates(PlateSettings settings) {
    this(
        Arrays.stream(settings.plates_full())
            .flatMap(text -> Arrays.stream(text.split(",")))
            .map(String::trim)
            .map(
                code ->
                    Coded.of(Role.class, code)
                        .orElseThrow(
                            () ->
                                new IllegalArgumentException(
                                    "plates.full in org.qingmen.api.cfg: no role " + code)))
            .collect(Collectors.toSet()));
  }

  Plates(Set<Role> full) {
    this.full = Set.copyOf(full);
  }

  /** Whether this caller sees masked plates only. */
  public boolean masked(Principal caller) {
    return caller.roles().stream().noneMatch(full::contains);
  }

  /** A plate as a masked caller sees it; null stays null. */
  public static String plate(String number) {
    if (number == null) {
      return null;
    }
    int[] characters = number.codePoints().toArray();
    if (characters.length <= PLATE_HEAD + 1) {
      return HIDDEN;
    }
    return new String(characters, 0, PLATE_HEAD)
        + HIDDEN
        + Character.toString(characters[characters.length - 1]);
  }

  /** A VIN as a masked caller sees it: the make stays, the vehicle goes. */
  public static String vin(String vin) {
    if (vin == null) {
      return null;
    }
    return vin.length() <= VIN_HEAD ? HIDDEN : vin.substring(0, VIN_HEAD) + HIDDEN;
  }

  /** A text in which no plate and no VIN names a vehicle any more. */
  public static String text(String text) {
    String plates = PLATE.matcher(text).replaceAll(found -> plate(found.group()));
    return VIN.matcher(plates).replaceAll(found -> vin(found.group()));
  }

  /** A record or decision in which nothing names a vehicle any more, wherever it did. */
  public static JsonNode tree(JsonNode tree) {
    Set<String> names =
        new TreeSet<>(
            (a, b) -> b.length() - a.length() != 0 ? b.length() - a.length() : a.compareTo(b));
    collect(tree, names);
    return hide(tree, names);
  }

  private static void collect(JsonNode node, Set<String> names) {
    if (node.isObject()) {
      node.properties()
          .forEach(
              member -> {
                JsonNode value = member.getValue();
                if (value.isTextual()
                    && NAMING.contains(member.getKey())
                    && (!member.getKey().equals("number") || node.has("colour"))
                    && value.textValue().length() >= NAME_LENGTH) {
                  names.add(value.textValue());
                }
                collect(value, names);
              });
    } else if (node.isArray()) {
      node.forEach(item -> collect(item, names));
    }
  }

  private static JsonNode hide(JsonNode node, Set<String> names) {
    if (node instanceof ObjectNode object) {
      ObjectNode hidden = object.objectNode();
      object.properties().forEach(m -> hidden.set(m.getKey(), hide(m.getValue(), names)));
      return hidden;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode hidden = array.arrayNode();
      array.forEach(item -> hidden.add(hide(item, names)));
      return hidden;
    }
    if (!node.isTextual()) {
      return node;
    }
    String text = node.textValue();
    for (String name : names) {
      text = text.replace(name, name.length() > 10 ? vin(name) : plate(name));
    }
    return TextNode.valueOf(PLATE.matcher(text).replaceAll(found -> plate(found.group())));
  }
}
