package org.qingmen.engine.internal.compile;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/**
 * Looks at every instruction that was compiled from a pack and refuses what is not on the list of
 * {@link Allowed}, and whatever might never end: jumps backwards, recursion, nested repetition in
 * regular expressions, large arrays. The first fence of the sandbox.
 */
final class ClassScan {

  /** A breach: what kind it is, the rule it is in (may be null), and what it uses. */
  record Breach(String code, String rule, String what) {}

  private final Set<String> generated = new HashSet<>();
  private final Map<String, String> ruleOfClass = new HashMap<>();
  private final CallGraph calls = new CallGraph();
  private final Set<Breach> found = new LinkedHashSet<>();

  private ClassScan() {}

  /** Breaches in the classes of a pack, given by their internal names. */
  static Set<Breach> scan(Map<String, byte[]> classes) {
    ClassScan scan = new ClassScan();
    scan.generated.addAll(classes.keySet());
    classes.forEach(scan::owners);
    classes.forEach(scan::inspect);
    scan.calls.circles().forEach(at -> scan.breach(at, null, "sandbox-recursion", at));
    return scan.found;
  }

  /**
   * Learns which generated class belongs to which rule, from the methods that put rules together.
   */
  private void owners(String name, byte[] bytes) {
    new ClassReader(bytes)
        .accept(
            new ClassVisitor(Opcodes.ASM9) {
              @Override
              public MethodVisitor visitMethod(
                  int a, String method, String d, String s, String[] e) {
                return method.startsWith("rule_") ? new RuleParts(method, ruleOfClass) : null;
              }
            },
            ClassReader.SKIP_DEBUG);
  }

  private void inspect(String name, byte[] bytes) {
    new ClassReader(bytes).accept(new ScannedClass(this, name), ClassReader.SKIP_DEBUG);
  }

  boolean own(String type) {
    return generated.contains(type);
  }

  CallGraph calls() {
    return calls;
  }

  void breach(String owner, String method, String code, String what) {
    int inner = owner.indexOf('$');
    String outer = inner < 0 ? owner : owner.substring(0, inner);
    String rule = method != null && method.startsWith("rule_") ? method : ruleOfClass.get(outer);
    found.add(new Breach(code, rule, what.replace('/', '.')));
  }

  /** Notes the classes that one rule's method refers to. */
  private static final class RuleParts extends MethodVisitor {
    private final String rule;
    private final Map<String, String> ruleOfClass;

    RuleParts(String rule, Map<String, String> ruleOfClass) {
      super(Opcodes.ASM9);
      this.rule = rule;
      this.ruleOfClass = ruleOfClass;
    }

    @Override
    public void visitFieldInsn(int opcode, String owner, String name, String descriptor) {
      ruleOfClass.putIfAbsent(owner, rule);
    }

    @Override
    public void visitTypeInsn(int opcode, String type) {
      ruleOfClass.putIfAbsent(type, rule);
    }
  }
}
