package org.qingmen.connectors.hikvision.internal;

import java.nio.file.Path;
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
import org.qingmen.spi.door.DeviceDoor;
import org.qingmen.spi.intake.GateEventSink;
import org.qingmen.spi.intake.ObjectStore;
import org.qingmen.spi.intake.PassageSink;
import org.qingmen.spi.intake.Quarantine;

/** The HTTP server that cameras push to. */
@Component(
    service = RoutesBuilder.class,
    property = "qingmen.connector=" + HikvisionConnector.ID,
    configurationPid = "org.qingmen.connectors.hikvision")
@Designate(ocd = HikvisionRoutes.Config.class)
public final class HikvisionRoutes extends RouteBuilder {

  private final Config config;
  private final DeviceDoor door;
  private final Barriers barriers;

  /** Keys of {@code org.qingmen.connectors.hikvision.cfg}. */
  @ObjectClassDefinition(name = "Hikvision cameras")
  public @interface Config {

    @AttributeDefinition(name = "Address to listen on")
    String host() default "0.0.0.0";

    @AttributeDefinition(name = "Port to listen on")
    int port() default HikvisionConnector.PORT;

    @AttributeDefinition(name = "Messages worked on at once")
    int threads() default 64;

    @AttributeDefinition(name = "Seconds without a byte before a connection is closed")
    int idle_seconds() default 90;

    @AttributeDefinition(name = "Data directory; its folder codes may override code tables")
    String data() default "data";

    @AttributeDefinition(name = "File with the accounts of cameras whose arms are opened")
    String secrets() default "data/keys/devices.properties";
  }

  /** Messages go to these services of the platform. */
  @Activate
  public HikvisionRoutes(
      Config config,
      @Reference DeviceDirectory devices,
      @Reference Quarantine quarantine,
      @Reference ObjectStore objects,
      @Reference PassageSink passages,
      @Reference GateEventSink gates) {
    this.config = config;
    this.barriers = new Barriers(new Secrets(Path.of(config.secrets())));
    this.door =
        new DeviceDoor(
            new HikvisionCodec(),
            new HikvisionMapping(Clock.systemUTC(), Path.of(config.data(), "codes")),
            new KeptMessage(),
            devices,
            quarantine,
            objects,
            passages,
            gates);
  }

  @Override
  public void configure() {
    getContext().getRegistry().bind("patient", new PatientServer(config.idle_seconds()));
    fromF(
            "netty-http:http://%s:%d/?matchOnUriPrefix=true&httpMethodRestrict=POST"
                + "&bridgeEndpoint=true&chunkedMaxContentLength=%d&maximumPoolSize=%d"
                + "&serverInitializerFactory=#patient&muteException=true",
            config.host(), config.port(), HikvisionCodec.LARGEST, config.threads())
        .routeId("hikvision-isapi")
        .process(new CameraCall(door, barriers));
  }
}
