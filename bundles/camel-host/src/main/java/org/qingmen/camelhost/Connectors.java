package org.qingmen.camelhost;

import java.util.List;

/** The connectors of this server, answered from memory. Safe for concurrent use. */
public interface Connectors {

  /** All that run, failed or were refused, by id. */
  List<ConnectorState> list();
}
