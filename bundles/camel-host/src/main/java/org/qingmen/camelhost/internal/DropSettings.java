package org.qingmen.camelhost.internal;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.qingmen.camelhost.RouteGuard;

/** What the drop folder may bring. Keys of {@code org.qingmen.camelhost.drop.cfg}. */
@ObjectClassDefinition(name = "Qingmen drop folder")
public @interface DropSettings {

  /** Configuration PID. */
  String PID = "org.qingmen.camelhost.drop";

  @AttributeDefinition(name = "Data directory")
  String data() default "data";

  @AttributeDefinition(name = "Components that YAML routes may use; empty for the shipped list")
  String[] components() default {};

  @AttributeDefinition(
      name = "Whether unsigned connector jars run: refuse, or dev. QINGMEN_PACKS_UNSIGNED wins.")
  String unsigned() default "refuse";

  /** Reads the settings. */
  final class Reader {

    private static final String DEV = "dev";

    private Reader() {}

    static RouteGuard guard(DropSettings settings) {
      Set<String> listed =
          Arrays.stream(settings.components())
              .flatMap(line -> Arrays.stream(line.split("[,\\s]+")))
              .filter(each -> !each.isEmpty())
              .collect(Collectors.toSet());
      return new RouteGuard(
          listed.isEmpty() ? RouteGuard.COMPONENTS : listed, Path.of(settings.data()));
    }

    static boolean acceptsUnsigned(DropSettings settings) {
      String wanted = System.getenv("QINGMEN_PACKS_UNSIGNED");
      return DEV.equals(wanted == null || wanted.isEmpty() ? settings.unsigned() : wanted);
    }
  }
}
