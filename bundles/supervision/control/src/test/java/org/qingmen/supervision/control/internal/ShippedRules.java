package org.qingmen.supervision.control.internal;

import java.lang.reflect.Proxy;
import java.nio.file.Path;
import org.qingmen.engine.Judge;
import org.qingmen.engine.RulePacks;
import org.qingmen.engine.RulesWorkbench;

/** The shipped packs, compiled once for all tests. */
final class ShippedRules {

  static final Path FOLDER = Path.of("../../../rules");
  static final Judge JUDGE = new RulesWorkbench().judge(FOLDER.resolve("cn.340.measures"));

  /** Packs that never change. */
  static final RulePacks PACKS =
      (RulePacks)
          Proxy.newProxyInstance(
              ShippedRules.class.getClassLoader(),
              new Class<?>[] {RulePacks.class},
              (proxy, method, arguments) -> {
                if (method.getName().equals("listen")) {
                  RulePacks.Registration none = () -> {};
                  return none;
                }
                throw new UnsupportedOperationException(method.getName());
              });

  private ShippedRules() {}
}
