package org.qingmen.camelhost.internal;

import org.apache.camel.CamelContext;

/** Where the routes of one connector come from. */
@FunctionalInterface
interface Source {

  /**
   * Adds the routes to a context that is not started yet.
   *
   * @throws Exception whatever Camel or the connector's own code finds wrong
   */
  void addTo(CamelContext context) throws Exception;
}
