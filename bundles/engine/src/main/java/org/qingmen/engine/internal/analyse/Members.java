package org.qingmen.engine.internal.analyse;

import java.lang.reflect.Array;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Properties, methods and constructors of what rules may see. A rule gets here only after the
 * sandbox let its compiled form pass.
 */
final class Members {

  private static final List<String> PACKAGES =
      List.of("org.qingmen.spi.facts.", "org.qingmen.model.", "java.lang.", "java.time.");

  private record Key(Class<?> type, String name, int arguments) {}

  private final Map<Key, List<Method>> methods = new ConcurrentHashMap<>();
  private final Map<String, Class<?>> classes = new ConcurrentHashMap<>();

  /** A property by its getter. */
  Object property(Object target, String name) {
    String upper = Character.toUpperCase(name.charAt(0)) + name.substring(1);
    for (String getter : List.of("get" + upper, "is" + upper, name)) {
      List<Method> found = named(target.getClass(), getter, 0);
      if (!found.isEmpty()) {
        return invoke(found.get(0), target);
      }
    }
    throw new NotReadable(target.getClass().getSimpleName() + "." + name);
  }

  boolean has(Object target, String method, int arguments) {
    return !named(target.getClass(), method, arguments).isEmpty();
  }

  Object call(Object target, String name, Object[] arguments) {
    return best(named(target.getClass(), name, arguments.length), name, target, arguments);
  }

  Object callStatic(Class<?> type, String name, Object[] arguments) {
    return best(named(type, name, arguments.length), name, null, arguments);
  }

  Object create(String type, Object[] arguments) {
    for (Constructor<?> one : classOf(type).getConstructors()) {
      Object[] fitted = fit(one, arguments);
      if (fitted != null) {
        try {
          return one.newInstance(fitted);
        } catch (ReflectiveOperationException e) {
          throw new IllegalArgumentException(e);
        }
      }
    }
    throw new NotReadable("new " + type);
  }

  Class<?> classOf(String name) {
    return classes.computeIfAbsent(name, Members::find);
  }

  private static Class<?> find(String name) {
    for (String folder : PACKAGES) {
      try {
        return Class.forName(folder + name);
      } catch (ClassNotFoundException | NoClassDefFoundError e) {
        continue;
      }
    }
    throw new NotReadable(name);
  }

  private Object best(List<Method> found, String name, Object target, Object[] arguments) {
    for (Method method : found) {
      Object[] fitted = fit(method, arguments);
      if (fitted != null) {
        return invoke(method, target, fitted);
      }
    }
    throw new NotReadable(name + Arrays.toString(arguments));
  }

  private List<Method> named(Class<?> type, String name, int arguments) {
    return methods.computeIfAbsent(new Key(type, name, arguments), Members::search);
  }

  /** Only what is declared by a public type can be called. */
  private static List<Method> search(Key key) {
    List<Method> found = new ArrayList<>();
    collect(key.type(), key, found);
    return found;
  }

  private static void collect(Class<?> type, Key key, List<Method> found) {
    if (type == null) {
      return;
    }
    if (Modifier.isPublic(type.getModifiers())) {
      for (Method method : type.getDeclaredMethods()) {
        int count = method.getParameterCount();
        boolean fits =
            count == key.arguments() || method.isVarArgs() && key.arguments() >= count - 1;
        if (fits
            && method.getName().equals(key.name())
            && Modifier.isPublic(method.getModifiers())) {
          found.add(method);
        }
      }
    }
    collect(type.getSuperclass(), key, found);
    for (Class<?> one : type.getInterfaces()) {
      collect(one, key, found);
    }
  }

  private static Object[] fit(Executable executable, Object[] arguments) {
    Class<?>[] types = executable.getParameterTypes();
    if (!executable.isVarArgs()) {
      return types.length == arguments.length ? converted(types, arguments) : null;
    }
    int fixed = types.length - 1;
    Object[] first = converted(Arrays.copyOf(types, fixed), Arrays.copyOf(arguments, fixed));
    if (first == null) {
      return null;
    }
    Object rest = Array.newInstance(types[fixed].getComponentType(), arguments.length - fixed);
    System.arraycopy(arguments, fixed, rest, 0, arguments.length - fixed);
    Object[] all = Arrays.copyOf(first, fixed + 1);
    all[fixed] = rest;
    return all;
  }

  private static Object[] converted(Class<?>[] types, Object[] arguments) {
    Object[] converted = new Object[arguments.length];
    for (int i = 0; i < types.length; i++) {
      converted[i] = convert(types[i], arguments[i]);
      boolean wrong =
          converted[i] == null ? types[i].isPrimitive() : !boxed(types[i]).isInstance(converted[i]);
      if (wrong) {
        return null;
      }
    }
    return converted;
  }

  private static Object convert(Class<?> type, Object value) {
    if (value instanceof Number number) {
      if (type == double.class) {
        return number.doubleValue();
      }
      if (type == long.class && !(value instanceof Double)) {
        return number.longValue();
      }
    }
    return value;
  }

  private static Class<?> boxed(Class<?> type) {
    return type.isPrimitive()
        ? java.lang.invoke.MethodType.methodType(type).wrap().returnType()
        : type;
  }

  private static Object invoke(Method method, Object target, Object... arguments) {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
