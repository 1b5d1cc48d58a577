package org.qingmen.cli.connector;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.qingmen.spi.device.Codec;
import org.qingmen.spi.device.Connector;
import org.qingmen.spi.device.Mapping;

/** Codecs and mappings of all connectors that a class loader sees, by protocol. */
final class Connectors {

  private final Map<String, Codec> codecs = new LinkedHashMap<>();
  private final Map<String, Mapping> mappings = new LinkedHashMap<>();

  Connectors() {
    this(Connectors.class.getClassLoader());
  }

  Connectors(ClassLoader loader) {
    for (Connector connector : ServiceLoader.load(Connector.class, loader)) {
      connector.codecs().forEach(codec -> codecs.put(codec.protocol(), codec));
      connector.mappings().forEach(mapping -> mappings.put(mapping.protocol(), mapping));
    }
  }

  Optional<Codec> codec(String protocol) {
    return Optional.ofNullable(codecs.get(protocol));
  }

  Optional<Mapping> mapping(String protocol) {
    return Optional.ofNullable(mappings.get(protocol));
  }

  String protocols() {
    return String.join(", ", codecs.keySet());
  }
}
