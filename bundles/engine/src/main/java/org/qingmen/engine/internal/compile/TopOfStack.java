package org.qingmen.engine.internal.compile;

import java.util.HashMap;
import java.util.Map;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The class of the value that the instruction before left on the stack, where it is certain. A
 * variable has a class only when everything ever put into it so far has the same; where branches
 * meet nothing is certain. Rules never jump backwards.
 */
final class TopOfStack {

  private static final String UNKNOWN = "";

  private final Map<Integer, String> variables = new HashMap<>();
  private String top = UNKNOWN;

  TopOfStack(boolean ofClass, String descriptor) {
    int slot = ofClass ? 0 : 1;
    for (Type type : Type.getArgumentTypes(descriptor)) {
      variables.put(slot, name(type));
      slot += type.getSize();
    }
  }

  /** Internal name of the class; empty when it is not certain. */
  String type() {
    return top;
  }

  void unknown() {
    top = UNKNOWN;
  }

  void is(Type type) {
    top = name(type);
  }

  /** A variable was read or written. */
  void variable(int op, int slot) {
    if (op == Opcodes.ASTORE) {
      variables.merge(slot, top, (one, other) -> one.equals(other) ? one : UNKNOWN);
    }
    top = op == Opcodes.ALOAD ? variables.getOrDefault(slot, UNKNOWN) : UNKNOWN;
  }

  private static String name(Type type) {
    return type.getSort() == Type.OBJECT ? type.getInternalName() : UNKNOWN;
  }
}
