package org.qingmen.connectors.vzenith.internal;

import java.net.InetSocketAddress;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.netty.NettyConstants;
import org.qingmen.spi.door.DeviceDoor;
import org.qingmen.spi.door.Outcome;
import org.qingmen.spi.journal.JournalUnavailableException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One HTTP request of a camera: through the door and back in its dialect. */
final class CameraCall implements Processor {

  private static final Logger LOG = LoggerFactory.getLogger(CameraCall.class);

  private final DeviceDoor door;

  CameraCall(DeviceDoor door) {
    this.door = door;
  }

  @Override
  public void process(Exchange exchange) {
    Message message = exchange.getMessage();
    byte[] body = message.getBody(byte[].class);
    String address = address(message);
    String path = lastSegment(message.getHeader(Exchange.HTTP_PATH, String.class));
    message.removeHeaders("*");
    try {
      Outcome outcome = door.take(body == null ? new byte[0] : body, address, path);
      LOG.debug("{}: {}", address, Dialect.summary(outcome));
      message.setHeader(Exchange.CONTENT_TYPE, "application/json; charset=utf-8");
      message.setBody(Dialect.answer(outcome));
    } catch (JournalUnavailableException e) {
      message.setHeader(Exchange.HTTP_RESPONSE_CODE, 503);
      message.setHeader("Retry-After", e.retryAfterSeconds());
      message.setBody("");
    }
  }

  private static String address(Message message) {
    InetSocketAddress remote =
        message.getHeader(NettyConstants.NETTY_REMOTE_ADDRESS, InetSocketAddress.class);
    return remote == null ? "" : remote.getAddress().getHostAddress();
  }

  private static String lastSegment(String path) {
    if (path == null || path.isEmpty()) {
      return null;
    }
    String segment = path.substring(path.lastIndexOf('/') + 1);
    return segment.isEmpty() ? null : segment;
  }
}
