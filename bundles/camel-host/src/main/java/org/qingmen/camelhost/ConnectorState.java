package org.qingmen.camelhost;

import java.time.Instant;
import java.util.List;
import org.qingmen.model.Text;

/**
 * One connector as it is now.
 *
 * @param id id of the connector, or the name of the file in the drop folder
 * @param kind where it came from
 * @param state what it does
 * @param startedAt when its present context started; null unless it runs
 * @param routes its routes by id
 * @param problem why it does not run, null when all is well
 * @param received messages that arrived since it started
 * @param answered messages that were worked through without an error
 * @param failed messages that ended in an error
 */
public record ConnectorState(
    String id,
    Kind kind,
    State state,
    Instant startedAt,
    List<String> routes,
    Problem problem,
    long received,
    long answered,
    long failed) {

  /** Where a connector came from. */
  public enum Kind {
    /** A bundle. */
    BUNDLE,
    /** A YAML route of the drop folder. */
    ROUTE_FILE,
    /** A jar of the drop folder that did not become a bundle. */
    JAR_FILE
  }

  /** What a connector does. */
  public enum State {
    STARTING,
    STARTED,
    FAILED,
    REFUSED
  }

  /**
   * Why a connector does not run.
   *
   * @param code stable name of the reason
   * @param message what, why and how to put it right
   */
  public record Problem(String code, Text message) {}
}
