package org.qingmen.connectors.yaohua.internal;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.util.concurrent.ScheduledFuture;
import java.net.InetSocketAddress;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/** Turns the bytes of one connection into events; a stranger's connection is closed. */
final class LineHandler extends SimpleChannelInboundHandler<ByteBuf> {

  private static final int MOST_KEPT = 1024;
  private static final int SEEN_EVERY = 50;
  private static final int ASK_MILLIS = 200;

  private final Function<String, Optional<ScaleLine>> lines;
  private final Scales scales;
  private ScaleLine line;
  private int chunks;

  LineHandler(Scales scales, Function<String, Optional<ScaleLine>> lines) {
    this.scales = scales;
    this.lines = lines;
  }

  /** An indicator in command mode says nothing unless it is asked. */
  @Override
  public void channelActive(ChannelHandlerContext context) throws Exception {
    super.channelActive(context);
    Optional<byte[]> question = question(context);
    if (question.isPresent()) {
      ScheduledFuture<?> asking =
          context
              .executor()
              .scheduleAtFixedRate(
                  () -> context.writeAndFlush(Unpooled.wrappedBuffer(question.get())),
                  0,
                  ASK_MILLIS,
                  TimeUnit.MILLISECONDS);
      context.channel().closeFuture().addListener(closed -> asking.cancel(false));
    }
  }

  private Optional<byte[]> question(ChannelHandlerContext context) {
    try {
      return lines.apply(address(context)).flatMap(ScaleLine::question);
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // said when its first bytes arrive
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, ByteBuf buffer) {
    byte[] bytes = new byte[buffer.readableBytes()];
    buffer.readBytes(bytes);
    if (line == null && !identify(context, bytes)) {
      context.close();
      return;
    }
    if (chunks++ % SEEN_EVERY == 0) {
      scales.seen(line.device());
    }
    line.feed(bytes).forEach(weighing -> context.fireChannelRead(new LineEvent.Weighed(weighing)));
  }

  private boolean identify(ChannelHandlerContext context, byte[] bytes) {
    String address = address(context);
    String reason = "unknown-device";
    try {
      line = lines.apply(address).orElse(null);
    } catch (IllegalArgumentException e) {
      reason = "wrong-setting";
    }
    if (line == null && scales.firstTime(address + reason)) {
      byte[] kept = java.util.Arrays.copyOf(bytes, Math.min(bytes.length, MOST_KEPT));
      context.fireChannelRead(new LineEvent.Stranger(address, reason, kept));
    }
    return line != null;
  }

  private static String address(ChannelHandlerContext context) {
    return context.channel().remoteAddress() instanceof InetSocketAddress remote
        ? remote.getAddress().getHostAddress()
        : "";
  }
}
