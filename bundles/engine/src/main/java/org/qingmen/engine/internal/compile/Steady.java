package org.qingmen.engine.internal.compile;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.objectweb.asm.Type;

/**
 * What is the same in every run. Other objects show a number the machine drew for them: in their
 * hash code, in their text, or in those of what they hold. A decision that rests on it cannot be
 * replayed.
 */
final class Steady {

  private static final Set<String> VALUES =
      Set.of(
          "java/lang/String",
          "java/lang/Boolean",
          "java/lang/Byte",
          "java/lang/Short",
          "java/lang/Integer",
          "java/lang/Long",
          "java/lang/Float",
          "java/lang/Double",
          "java/lang/Character");

  /** Always the same to read; what they hash to is not asked for. */
  private static final Set<String> READABLE =
      Set.of("java/lang/Number", "java/lang/StringBuilder", "java/time/LocalDate");

  private Steady() {}

  /** Whether a method that every object has may be asked of a class. */
  static boolean member(String owner, String name) {
    return switch (name) {
      case "hashCode" -> VALUES.contains(owner);
      case "toString" -> shown(owner);
      default -> true;
    };
  }

  /** Whether a call makes a text of whatever it is given. */
  static boolean showsAnything(String name, String descriptor) {
    boolean shows = name.equals("append") || name.equals("valueOf");
    return shows && descriptor.startsWith("(Ljava/lang/Object;)");
  }

  /** The first part of a joined text that is not the same in every run. */
  static Optional<String> unsteadyPart(String descriptor) {
    return Arrays.stream(Type.getArgumentTypes(descriptor))
        .filter(type -> type.getSort() >= Type.ARRAY && !shown(type.getInternalName()))
        .map(Type::getClassName)
        .findFirst();
  }

  /** Whether the text of every value of a class is the same in every run. */
  static boolean shown(String type) {
    return VALUES.contains(type) || READABLE.contains(type);
  }
}
