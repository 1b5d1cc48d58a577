package org.qingmen.spi.device;

import java.util.List;
import org.qingmen.model.Text;

/**
 * Describes a connector to operators. The command line finds it through {@link
 * java.util.ServiceLoader}; in the server a connector bundle registers this service beside its
 * Camel routes ({@code org.apache.camel.RoutesBuilder} with the service property {@code
 * qingmen.connector} = {@link #id()}).
 */
public interface Connector {

  /** Id, such as {@code vzenith}. */
  String id();

  /** What it connects, for people. */
  Text title();

  /** Port it listens on unless configured otherwise; 0 when it does not listen. */
  int defaultPort();

  /** Codecs it brings. */
  List<Codec> codecs();

  /** Mappings it brings. */
  default List<Mapping> mappings() {
    return List.of();
  }
}
