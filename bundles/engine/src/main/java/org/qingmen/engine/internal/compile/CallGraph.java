package org.qingmen.engine.internal.compile;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Which generated method calls which, to find those that call themselves. */
final class CallGraph {

  private final Map<String, Set<String>> calls = new TreeMap<>();
  private final Map<String, Boolean> done = new HashMap<>();
  private final List<String> circles = new ArrayList<>();

  /** Notes a call. */
  void add(String fromOwner, String fromMethod, String toOwner, String toMethod) {
    calls
        .computeIfAbsent(fromOwner + "#" + fromMethod, key -> new HashSet<>())
        .add(toOwner + "#" + toMethod);
  }

  /** Owners of methods that call themselves, directly or not. */
  List<String> circles() {
    List.copyOf(calls.keySet()).forEach(this::visit);
    return circles;
  }

  private void visit(String method) {
    Boolean state = done.get(method);
    if (Boolean.FALSE.equals(state)) {
      circles.add(method.substring(0, method.indexOf('#')));
    }
    if (state != null) {
      return;
    }
    done.put(method, false);
    calls.getOrDefault(method, Set.of()).forEach(this::visit);
    done.put(method, true);
  }
}
