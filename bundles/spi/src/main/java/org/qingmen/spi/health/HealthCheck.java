package org.qingmen.spi.health;

import java.util.Objects;

/**
 * One thing the server needs in order to work, registered as an OSGi service.
 *
 * <p>Implementations answer at once and from memory: a check that waits for a database makes the
 * health page as slow as the database.
 */
public interface HealthCheck {

  /**
   * Stable, lower-case name that operators and dashboards rely on, for example {@code journal}.
   *
   * @return the name, unique in the server
   */
  String name();

  /**
   * How things are now.
   *
   * @return the present status, never {@code null}; an exception counts as essential and down
   */
  Status check();

  /**
   * What a check found.
   *
   * @param up true when the thing works
   * @param essential true when the server cannot make records durable and decide without it; a
   *     check that is down but not essential shows as {@code degraded}
   * @param detail one line for the operator: what is wrong and what to do; empty when there is
   *     nothing to say; never a secret
   */
  record Status(boolean up, boolean essential, String detail) {

    /** Refuses a missing detail. */
    public Status {
      Objects.requireNonNull(detail, "detail");
    }

    /**
     * Everything is well with something that the server cannot do without.
     *
     * @return up and essential, nothing to say
     */
    public static Status wellAndEssential() {
      return new Status(true, true, "");
    }
  }
}
