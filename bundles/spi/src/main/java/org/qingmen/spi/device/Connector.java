package org.qingmen.spi.device;

import java.util.List;
import org.qingmen.model.Text;

/**
 * Describes a connector to operators. A connector bundle registers this service beside its Camel
 * routes ({@code org.apache.camel.RoutesBuilder} with the service property {@code
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
}
