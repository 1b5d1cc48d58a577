package org.qingmen.camelhost.internal;

import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.support.DefaultComponent;
import org.qingmen.spi.intake.PassageSink;
import org.qingmen.spi.intake.Quarantine;

/**
 * The platform as seen from a route: {@code qingmen:passage} takes native records, {@code
 * qingmen:quarantine} keeps what cannot be accepted.
 */
final class QingmenComponent extends DefaultComponent {

  private final PassageSink passages;
  private final Quarantine quarantine;

  QingmenComponent(PassageSink passages, Quarantine quarantine) {
    this.passages = passages;
    this.quarantine = quarantine;
  }

  @Override
  protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) {
    String enterprise = take(parameters, "enterprise", null);
    String division = take(parameters, "division", "");
    String source = take(parameters, "source", getCamelContext().getName());
    String reason = take(parameters, "reason", "unmapped");
    return switch (remaining) {
      case "passage" ->
          new QingmenEndpoint(
              uri, this, new PassageStep(passages, "route:" + source, enterprise, division));
      case "quarantine" ->
          new QingmenEndpoint(uri, this, new QuarantineStep(quarantine, source, reason));
      default ->
          throw new IllegalArgumentException("qingmen:passage or qingmen:quarantine: " + uri);
    };
  }

  private static String take(Map<String, Object> parameters, String name, String otherwise) {
    Object value = parameters.remove(name);
    return value == null ? otherwise : value.toString();
  }
}
