package org.qingmen.engine.internal.compile;

import java.io.InputStream;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Set;
import org.kie.api.KieServices;
import org.qingmen.spi.facts.Passage;

/**
 * What the rules of a pack can name, at compile time and at run time: the fact API, the model, the
 * rule engine, and Java without everything that reaches out of the rules. The second fence: {@link
 * ClassScan} then looks at every single call.
 */
final class SandboxLoader extends ClassLoader {

  private static final List<String> FACTS = List.of("org.qingmen.spi.facts.", "org.qingmen.model.");
  private static final List<String> ENGINE = List.of("org.drools.", "org.kie.");
  private static final List<String> DENIED =
      List.of(
          "java.lang.Process",
          "java.lang.ClassLoader",
          "java.lang.ModuleLayer",
          "java.lang.StackWalker",
          "java.lang.reflect.",
          "java.lang.management.",
          "java.lang.ref.",
          "java.io.File",
          "java.io.RandomAccess",
          "java.io.Object",
          "java.net.",
          "java.nio.channels.",
          "java.nio.file.",
          "java.rmi.",
          "java.sql.",
          "java.util.ServiceLoader",
          "java.util.Timer",
          "java.util.concurrent.",
          "java.util.jar.",
          "java.util.logging.",
          "java.util.prefs.",
          "java.util.zip.");
  private static final Set<String> DENIED_EXACTLY =
      Set.of("java.lang.Runtime", "java.lang.Thread", "java.lang.ThreadGroup");

  private final ClassLoader facts = Passage.class.getClassLoader();
  private final ClassLoader engine = KieServices.class.getClassLoader();
  private final ClassLoader platform = ClassLoader.getPlatformClassLoader();

  SandboxLoader() {
    super(null);
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    ClassLoader owner = owner(name);
    if (owner == null) {
      throw new ClassNotFoundException(name + " cannot be used in rules");
    }
    return owner.loadClass(name);
  }

  @Override
  public URL getResource(String path) {
    ClassLoader owner = path.endsWith(".class") ? owner(className(path)) : engine;
    return owner == null ? null : owner.getResource(path);
  }

  @Override
  public InputStream getResourceAsStream(String path) {
    ClassLoader owner = path.endsWith(".class") ? owner(className(path)) : engine;
    return owner == null ? null : owner.getResourceAsStream(path);
  }

  @Override
  public Enumeration<URL> getResources(String path) {
    URL resource = getResource(path);
    return resource == null
        ? Collections.emptyEnumeration()
        : Collections.enumeration(List.of(resource));
  }

  private ClassLoader owner(String name) {
    if (ENGINE.stream().anyMatch(name::startsWith)) {
      return engine;
    }
    if (FACTS.stream().anyMatch(name::startsWith)) {
      return facts;
    }
    boolean java = name.startsWith("java.");
    boolean denied = DENIED_EXACTLY.contains(name) || DENIED.stream().anyMatch(name::startsWith);
    return java && !denied ? platform : null;
  }

  private static String className(String path) {
    return path.substring(0, path.length() - ".class".length()).replace('/', '.');
  }
}
