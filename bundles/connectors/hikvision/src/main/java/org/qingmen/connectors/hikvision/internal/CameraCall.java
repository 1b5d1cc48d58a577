package org.qingmen.connectors.hikvision.internal;

import java.net.InetSocketAddress;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.Processor;
import org.apache.camel.component.netty.NettyConstants;
import org.qingmen.spi.door.DeviceDoor;
import org.qingmen.spi.door.Outcome;
import org.qingmen.spi.journal.JournalUnavailableException;

/**
 * One HTTP request of a camera. What was stored, as a record or in quarantine, is answered 200: a
 * camera may throw away what it was refused. Only when nothing can be stored the answer is 503.
 */
final class CameraCall implements Processor {

  private static final String OK =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <ResponseStatus version="2.0" xmlns="http://www.isapi.org/ver20/XMLSchema">\
      <statusCode>1</statusCode><statusString>OK</statusString>\
      <subStatusCode>ok</subStatusCode></ResponseStatus>
      """;

  private final DeviceDoor door;
  private final Barriers barriers;

  CameraCall(DeviceDoor door, Barriers barriers) {
    this.door = door;
    this.barriers = barriers;
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
      if (outcome.opens()) {
        barriers.open(outcome.device());
      }
      message.setHeader(Exchange.CONTENT_TYPE, "application/xml; charset=utf-8");
      message.setBody(OK);
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
