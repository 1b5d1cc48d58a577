package org.qingmen.api.internal.door;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.qingmen.supervision.registers.RegisterKind;
import org.qingmen.supervision.registers.RegisterKinds;

/**
 * Describes the addresses of every register of the table: {@code register-template.yaml} says them
 * once, each row of the table fills it in.
 */
final class RegisterPaths {

  /** Registers that have an address of their own beside the one below the enterprise. */
  private static final List<String> COMMON = List.of("cameras", "fleets");

  private RegisterPaths() {}

  static void add(ObjectNode paths, YAMLMapper yaml) {
    String below = template("register-template");
    String common = template("common-register-template");
    for (RegisterKind kind : RegisterKinds.ofEnterprises()) {
      paths.setAll(read(yaml, filled(below, kind)));
      if (COMMON.contains(kind.path())) {
        paths.setAll(read(yaml, filled(common, kind)));
      }
    }
  }

  private static String filled(String template, RegisterKind kind) {
    return template
        .replace("{{path}}", kind.path())
        .replace("{{kind}}", kind.kind())
        .replace("{{schema}}", kind.schema())
        .replace("{{Name}}", name(kind.kind()))
        .replace("{{Names}}", name(kind.path()))
        .replace("{{title}}", kind.title().en())
        .replace("{{read}}", String.join(", ", kind.read()))
        .replace("{{write}}", String.join(", ", kind.write()))
        .replace("{{delete}}", String.join(", ", kind.delete()));
  }

  /** {@code in-plant-vehicle} becomes {@code InPlantVehicle}. */
  private static String name(String code) {
    return Arrays.stream(code.split("-"))
        .map(part -> Character.toUpperCase(part.charAt(0)) + part.substring(1))
        .collect(Collectors.joining());
  }

  private static ObjectNode read(YAMLMapper yaml, String text) {
    try {
      return (ObjectNode) yaml.readTree(text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String template(String name) {
    String resource = "/openapi/" + name + ".yaml";
    try (InputStream in = RegisterPaths.class.getResourceAsStream(resource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
