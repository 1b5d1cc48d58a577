package org.qingmen.camelhost.internal;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.apache.camel.RoutesBuilder;
import org.osgi.framework.ServiceReference;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.qingmen.camelhost.ConnectorState;
import org.qingmen.camelhost.ConnectorState.Kind;
import org.qingmen.camelhost.Connectors;
import org.qingmen.spi.intake.PassageSink;
import org.qingmen.spi.intake.Quarantine;

/** Runs every {@link RoutesBuilder} that a connector publishes, each in a context of its own. */
@Component(
    service = {Connectors.class, CamelHost.class},
    configurationPid = CamelHost.PID,
    immediate = true)
@Designate(ocd = CamelHost.Config.class)
public final class CamelHost implements Connectors {

  static final String PID = "org.qingmen.camelhost";

  /** Service property that names the connector a routes builder belongs to. */
  static final String CONNECTOR = "qingmen.connector";

  private final Hosts hosts;

  /** Keys of {@code org.qingmen.camelhost.cfg}. */
  @ObjectClassDefinition(name = "Qingmen connectors")
  @interface Config {

    @AttributeDefinition(name = "Seconds a connector may take to start")
    int start_seconds() default 30;

    @AttributeDefinition(name = "Seconds a connector may take to stop")
    int stop_seconds() default 10;
  }

  /** Contexts reach the platform through these. */
  @Activate
  public CamelHost(
      Config config, @Reference PassageSink passages, @Reference Quarantine quarantine) {
    this.hosts =
        new Hosts(
            () -> new QingmenComponent(passages, quarantine),
            Clock.systemUTC(),
            Duration.ofSeconds(config.start_seconds()),
            Duration.ofSeconds(config.stop_seconds()));
  }

  @Reference(
      cardinality = ReferenceCardinality.MULTIPLE,
      policy = ReferencePolicy.DYNAMIC,
      target = "(" + CONNECTOR + "=*)")
  void bind(ServiceReference<RoutesBuilder> reference, RoutesBuilder routes) {
    String id = String.valueOf(reference.getProperty(CONNECTOR));
    ClassLoader loader = reference.getBundle().adapt(BundleWiring.class).getClassLoader();
    hosts.start(reference, id, Kind.BUNDLE, context -> context.addRoutes(routes), loader);
  }

  void unbind(ServiceReference<RoutesBuilder> reference) {
    hosts.stop(reference);
  }

  Hosts hosts() {
    return hosts;
  }

  @Override
  public List<ConnectorState> list() {
    return hosts.list();
  }

  @Deactivate
  void close() {
    hosts.close();
  }
}
