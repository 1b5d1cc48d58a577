package org.qingmen.connectors.yaohua.internal;

import java.time.Clock;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.builder.RouteBuilder;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.metatype.annotations.AttributeDefinition;
import org.osgi.service.metatype.annotations.Designate;
import org.osgi.service.metatype.annotations.ObjectClassDefinition;
import org.qingmen.spi.device.DeviceDirectory;
import org.qingmen.spi.intake.Quarantine;
import org.qingmen.spi.intake.TicketSink;
import org.qingmen.spi.journal.JournalUnavailableException;

/**
 * Scales behind serial servers: they connect to us, or we connect to those whose setting {@code
 * connect} says where. A scale cannot be asked to weigh again, so a weighing waits in memory while
 * the journal cannot write.
 */
@Component(
    service = RoutesBuilder.class,
    property = "qingmen.connector=" + YaohuaConnector.ID,
    configurationPid = "org.qingmen.connectors.yaohua")
@Designate(ocd = YaohuaRoutes.Config.class)
public final class YaohuaRoutes extends RouteBuilder {

  static final String TICKETS = "seda:tickets";
  private static final String QUEUE = "?size=1000&blockWhenFull=true&waitForTaskToComplete=Never";

  private final Config config;
  private final Scales scales;
  private final Tickets tickets;

  /** Keys of {@code org.qingmen.connectors.yaohua.cfg}. */
  @ObjectClassDefinition(name = "Yaohua scales")
  public @interface Config {

    @AttributeDefinition(name = "Address to listen on")
    String host() default "0.0.0.0";

    @AttributeDefinition(name = "Port to listen on")
    int port() default YaohuaConnector.PORT;

    @AttributeDefinition(name = "Seconds between looks for scales that wait to be called")
    int call_seconds() default 10;
  }

  /** Weighings go to these services of the platform. */
  @Activate
  public YaohuaRoutes(
      Config config,
      @Reference DeviceDirectory devices,
      @Reference Quarantine quarantine,
      @Reference TicketSink tickets) {
    this.config = config;
    this.scales = new Scales(devices, Clock.systemUTC());
    this.tickets = new Tickets(tickets, quarantine);
  }

  @Override
  public void configure() {
    getContext().getRegistry().bind("lines", new LineHandlers(scales, scales::line));
    fromF(
            "netty:tcp://%s:%d?sync=false&decoders=#lines&noReplyLogLevel=OFF"
                + "&serverClosedChannelExceptionCaughtLogLevel=OFF"
                + "&serverExceptionCaughtLogLevel=DEBUG",
            config.host(), config.port())
        .routeId("yaohua-tcp")
        .to(TICKETS + QUEUE);
    from(TICKETS + QUEUE)
        .routeId("yaohua-tickets")
        .onException(JournalUnavailableException.class)
        .maximumRedeliveries(-1)
        .redeliveryDelay(2000)
        .retryAttemptedLogLevel(org.apache.camel.LoggingLevel.DEBUG)
        .end()
        .process(tickets);
    fromF("timer:calls?delay=0&period=%d", config.call_seconds() * 1000L)
        .routeId("yaohua-calls")
        .process(new Calls(scales));
  }
}
