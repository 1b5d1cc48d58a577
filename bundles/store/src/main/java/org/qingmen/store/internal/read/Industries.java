package org.qingmen.store.internal.read;

import java.util.List;
import java.util.Map;
import org.qingmen.store.Registry;

/** Industry codes of registered enterprises, asked when they are needed. */
interface Industries {

  /** Codes of each enterprise that has some, by its discharge-unit code. */
  Map<String, List<String>> all();

  /** Those of the registry. */
  static Industries in(Registry registry) {
    return () -> RegistryIndustries.of(registry);
  }
}
