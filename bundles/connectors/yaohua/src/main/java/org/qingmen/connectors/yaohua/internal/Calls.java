package org.qingmen.connectors.yaohua.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.qingmen.spi.device.Device;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps one calling route for each scale with the setting {@code connect=host:port}: new ones are
 * called, changed ones called anew, those that are gone no longer.
 */
final class Calls implements Processor {

  private static final Logger LOG = LoggerFactory.getLogger(Calls.class);
  private static final Pattern PEER = Pattern.compile("([A-Za-z0-9.-]{1,253}):(\\d{1,5})");
  private static final int RECONNECT_MILLIS = 5000;

  private final Scales scales;
  private final Map<String, Device> called = new HashMap<>();

  Calls(Scales scales) {
    this.scales = scales;
  }

  @Override
  public void process(Exchange exchange) throws Exception {
    CamelContext context = exchange.getContext();
    Map<String, Device> wanted = new HashMap<>();
    scales.called().forEach(device -> wanted.put(device.id(), device));
    for (Device device : Map.copyOf(called).values()) {
      if (!device.equals(wanted.get(device.id()))) {
        hangUp(context, device);
      }
    }
    for (Device device : wanted.values()) {
      if (!called.containsKey(device.id())) {
        call(context, device);
      }
    }
  }

  private void call(CamelContext context, Device device) throws Exception {
    called.put(device.id(), device);
    Matcher peer = PEER.matcher(device.setting("connect", ""));
    if (!peer.matches()) {
      LOG.warn("scale {}: connect={} is not host:port", device.id(), device.setting("connect", ""));
      return;
    }
    String handler = "line-" + device.id();
    context
        .getRegistry()
        .bind(handler, new LineHandlers(scales, address -> Optional.of(scales.line(device))));
    String uri =
        "netty:tcp://%s:%s?clientMode=true&sync=false&reconnect=true&reconnectInterval=%d"
                .formatted(peer.group(1), peer.group(2), RECONNECT_MILLIS)
            + "&decoders=#"
            + handler
            + "&lazyStartProducer=true&noReplyLogLevel=OFF&serverExceptionCaughtLogLevel=DEBUG"
            + "&serverClosedChannelExceptionCaughtLogLevel=OFF";
    context.addRoutes(
        new RouteBuilder() {
          @Override
          public void configure() {
            from(uri).routeId(route(device)).to(YaohuaRoutes.TICKETS);
          }
        });
  }

  private void hangUp(CamelContext context, Device device) throws Exception {
    called.remove(device.id());
    context.getRouteController().stopRoute(route(device));
    context.removeRoute(route(device));
  }

  private static String route(Device device) {
    return "yaohua-call-" + device.id();
  }
}
