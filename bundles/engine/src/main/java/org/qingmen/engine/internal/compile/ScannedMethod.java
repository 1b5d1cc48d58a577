package org.qingmen.engine.internal.compile;

import java.util.HashSet;
import java.util.Set;
import org.objectweb.asm.Handle;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/** One generated method under inspection. */
final class ScannedMethod extends MethodVisitor {

  private static final int LARGEST_ARRAY = 64;
  private static final int MOST_RULES = 10_000;

  /** Texts can double with every concatenation; a message needs a few only. */
  private static final int MOST_CONCATENATIONS = 16;

  /** Without loops a rule does no more than it is long. */
  private static final int MOST_CALLS = 300;

  private static final int LONGEST_TEXT = 1_000;

  /** Constant patterns become fields; this one takes its pattern when it is evaluated. */
  private static final String COMPUTED_PATTERN = "org/drools/model/operators/MatchesOperator";

  private final ClassScan scan;
  private final String owner;
  private final String method;
  private final String signature;
  private final boolean enumValues;
  private final Set<Label> passed = new HashSet<>();

  /** The constant pushed by the instruction before, null when it was none. */
  private Object constant;

  private final TopOfStack top;

  private int concatenations;
  private int called;

  ScannedMethod(
      ClassScan scan,
      String owner,
      String method,
      String descriptor,
      boolean ofClass,
      boolean enumValues) {
    super(Opcodes.ASM9);
    this.scan = scan;
    this.owner = owner;
    this.method = method;
    this.signature = method + descriptor;
    this.enumValues = enumValues;
    this.top = new TopOfStack(ofClass, descriptor);
  }

  private void breach(String code, String what) {
    scan.breach(owner, method, code, what);
  }

  @Override
  public void visitMethodInsn(int op, String type, String name, String descriptor, boolean itf) {
    Object before = constant;
    constant = null;
    if (scan.own(type)) {
      scan.calls().add(owner, signature, type, name + descriptor);
    } else if (type.equals(COMPUTED_PATTERN)) {
      breach("sandbox-regex", type);
    } else if (!Allowed.member(element(type), name) || !Allowed.call(type, name, descriptor)) {
      breach("sandbox-call", type + "." + name);
    } else if (type.equals("java/util/regex/Pattern") && name.equals("compile")) {
      regex(before);
    }
    if (type.startsWith("java/")
        && Steady.showsAnything(name, descriptor)
        && !Steady.shown(top.type())) {
      breach("sandbox-call", type + "." + name + "(Object)");
    }
    if (name.equals("append") || name.equals("concat")) {
      concatenation(1);
    }
    top.is(Type.getReturnType(descriptor));
    called++;
    if (called == MOST_CALLS + 1 && inRule()) {
      breach("sandbox-long", Integer.toString(MOST_CALLS));
    }
  }

  private void concatenation(int parts) {
    boolean before = concatenations > MOST_CONCATENATIONS;
    concatenations += parts;
    if (concatenations > MOST_CONCATENATIONS && !before) {
      breach("sandbox-call", "String +");
    }
  }

  /** Whether it is what a rule does, and not what the compiler writes around it. */
  private boolean inRule() {
    return owner.substring(owner.lastIndexOf('/') + 1).startsWith("Lambda");
  }

  private void regex(Object pattern) {
    if (!(pattern instanceof String text) || !SafePattern.ends(text)) {
      breach("sandbox-regex", String.valueOf(pattern));
    }
  }

  @Override
  public void visitFieldInsn(int op, String type, String name, String descriptor) {
    constant = null;
    top.is(Type.getType(descriptor));
    if (op == Opcodes.PUTFIELD || op == Opcodes.PUTSTATIC) {
      top.unknown();
    }
    if (type.equals(COMPUTED_PATTERN)) {
      breach("sandbox-regex", type);
    }
    boolean ofJava = type.startsWith("java/") && !name.equals("TYPE");
    if (!scan.own(type) && (ofJava ? !javaField(type, name) : !Allowed.member(type, name))) {
      breach("sandbox-call", type + "." + name);
    }
  }

  private static boolean javaField(String type, String name) {
    return type.equals("java/util/Locale") ? name.equals("ENGLISH") : Allowed.member(type, name);
  }

  @Override
  public void visitInvokeDynamicInsn(String name, String d, Handle bootstrap, Object... arguments) {
    constant = null;
    String maker = bootstrap.getOwner();
    boolean lambda = maker.equals("java/lang/invoke/LambdaMetafactory");
    if (!lambda && !maker.equals("java/lang/invoke/StringConcatFactory")) {
      breach("sandbox-call", maker);
    }
    if (!lambda) {
      concatenation(Type.getArgumentTypes(d).length);
      Steady.unsteadyPart(d).ifPresent(part -> breach("sandbox-call", "String + " + part));
    }
    if (lambda && inRule()) {
      breach("sandbox-code", "lambda");
    }
    for (Object argument : arguments) {
      if (argument instanceof Handle handle && handle.getTag() >= Opcodes.H_INVOKEVIRTUAL) {
        visitMethodInsn(0, handle.getOwner(), handle.getName(), handle.getDesc(), false);
      }
    }
    top.is(Type.getReturnType(d));
  }

  @Override
  public void visitTypeInsn(int op, String type) {
    Object size = constant;
    constant = null;
    top.unknown();
    if (op == Opcodes.CHECKCAST) {
      top.is(Type.getObjectType(type));
    }
    boolean bare = op == Opcodes.NEW && type.equals("java/lang/Object");
    if (bare || !scan.own(type) && !Allowed.type(element(type))) {
      breach("sandbox-call", type);
    }
    if (op == Opcodes.ANEWARRAY && !enumValues) {
      array(size);
    }
  }

  private void array(Object size) {
    // The compiler's own list of a pack's rules has one element per rule.
    int largest = method.equals("getRulesList") ? MOST_RULES : LARGEST_ARRAY;
    if (!(size instanceof Integer count) || count > largest) {
      breach("sandbox-array", "array");
    }
  }

  @Override
  public void visitIntInsn(int op, int operand) {
    top.unknown();
    Object size = constant;
    constant = op == Opcodes.NEWARRAY ? null : (Object) operand;
    if (op == Opcodes.NEWARRAY) {
      array(size);
    }
  }

  @Override
  public void visitInsn(int op) {
    top.unknown();
    constant =
        op >= Opcodes.ICONST_0 && op <= Opcodes.ICONST_5 ? (Object) (op - Opcodes.ICONST_0) : null;
    if (op == Opcodes.MONITORENTER) {
      breach("sandbox-code", "synchronized");
    }
  }

  @Override
  public void visitLdcInsn(Object value) {
    constant = value;
    top.unknown();
    if (value instanceof String) {
      top.is(Type.getType(String.class));
    }
    if (value instanceof String text && text.length() > LONGEST_TEXT && inRule()) {
      breach("sandbox-long", Integer.toString(LONGEST_TEXT));
    }
    if (value instanceof Type type && type.getSort() == Type.OBJECT) {
      String name = type.getInternalName();
      if (!scan.own(name) && !Allowed.type(name)) {
        breach("sandbox-call", name);
      }
    }
  }

  @Override
  public void visitTryCatchBlock(Label from, Label to, Label handler, String type) {
    breach("sandbox-code", "try");
  }

  @Override
  public void visitMultiANewArrayInsn(String descriptor, int dimensions) {
    breach("sandbox-code", descriptor);
  }

  @Override
  public void visitVarInsn(int op, int variable) {
    top.variable(op, variable);
    constant = null;
  }

  @Override
  public void visitIincInsn(int variable, int increment) {
    top.unknown();
    constant = null;
  }

  @Override
  public void visitLabel(Label label) {
    passed.add(label);
    top.unknown();
  }

  @Override
  public void visitJumpInsn(int op, Label target) {
    top.unknown();
    constant = null;
    forward(target);
  }

  @Override
  public void visitTableSwitchInsn(int min, int max, Label other, Label... targets) {
    visitLookupSwitchInsn(other, null, targets);
  }

  @Override
  public void visitLookupSwitchInsn(Label other, int[] keys, Label[] targets) {
    constant = null;
    forward(other);
    for (Label target : targets) {
      forward(target);
    }
  }

  private void forward(Label target) {
    if (passed.contains(target)) {
      breach("sandbox-loop", "loop");
    }
  }

  private static String element(String type) {
    String name = type;
    while (name.startsWith("[")) {
      name = name.substring(1);
    }
    return name.startsWith("L") && name.endsWith(";") ? name.substring(1, name.length() - 1) : name;
  }
}
