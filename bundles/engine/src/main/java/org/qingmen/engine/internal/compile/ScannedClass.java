package org.qingmen.engine.internal.compile;

import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.FieldVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** One generated class under inspection. */
final class ScannedClass extends ClassVisitor {

  private final ClassScan scan;
  private final String name;
  private boolean enumeration;

  ScannedClass(ClassScan scan, String name) {
    super(Opcodes.ASM9);
    this.scan = scan;
    this.name = name;
  }

  @Override
  public void visit(
      int version, int access, String self, String generic, String parent, String[] interfaces) {
    enumeration = (access & Opcodes.ACC_ENUM) != 0;
    if (!parent.equals("java/lang/Object") && !parent.equals("java/lang/Enum")) {
      scan.breach(name, null, "sandbox-code", parent);
    }
    String simple = name.substring(name.lastIndexOf('/') + 1);
    boolean expected =
        simple.startsWith("Lambda")
            || simple.startsWith("Rules")
            || simple.startsWith("DomainClassesMetadata");
    if (!expected || (simple.contains("$") && !simple.startsWith("DomainClassesMetadata"))) {
      scan.breach(name, null, "sandbox-code", simple);
    }
  }

  @Override
  public FieldVisitor visitField(int a, String field, String descriptor, String s, Object value) {
    return null;
  }

  @Override
  public MethodVisitor visitMethod(int access, String method, String d, String s, String[] e) {
    if ((access & (Opcodes.ACC_NATIVE | Opcodes.ACC_SYNCHRONIZED)) != 0) {
      scan.breach(name, method, "sandbox-code", method);
    }
    boolean enumValues = enumeration && method.equals("values");
    boolean ofClass = (access & Opcodes.ACC_STATIC) != 0;
    return new ScannedMethod(scan, name, method, d, ofClass, enumValues);
  }
}
