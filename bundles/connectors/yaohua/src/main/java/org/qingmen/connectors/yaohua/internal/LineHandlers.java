package org.qingmen.connectors.yaohua.internal;

import io.netty.channel.ChannelHandler;
import java.util.Optional;
import java.util.function.Function;
import org.apache.camel.component.netty.DefaultChannelHandlerFactory;

/** Makes a handler with a line of its own for each connection. */
final class LineHandlers extends DefaultChannelHandlerFactory {

  private final Scales scales;
  private final Function<String, Optional<ScaleLine>> lines;

  LineHandlers(Scales scales, Function<String, Optional<ScaleLine>> lines) {
    this.scales = scales;
    this.lines = lines;
  }

  @Override
  public ChannelHandler newChannelHandler() {
    return new LineHandler(scales, lines);
  }
}
