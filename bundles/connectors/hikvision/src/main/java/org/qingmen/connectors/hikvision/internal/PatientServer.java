package org.qingmen.connectors.hikvision.internal;

import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.timeout.IdleStateEvent;
import io.netty.handler.timeout.IdleStateHandler;
import org.apache.camel.component.netty.NettyConsumer;
import org.apache.camel.component.netty.ServerInitializerFactory;
import org.apache.camel.component.netty.http.HttpServerInitializerFactory;
import org.apache.camel.component.netty.http.NettyHttpConsumer;

/** Closes connections on which nothing arrives any more, so that broken devices hold nothing. */
final class PatientServer extends HttpServerInitializerFactory {

  private final int idleSeconds;

  PatientServer(int idleSeconds) {
    this.idleSeconds = idleSeconds;
  }

  private PatientServer(NettyHttpConsumer consumer, int idleSeconds) {
    super(consumer);
    this.idleSeconds = idleSeconds;
  }

  @Override
  public ServerInitializerFactory createPipelineFactory(NettyConsumer consumer) {
    return new PatientServer((NettyHttpConsumer) consumer, idleSeconds);
  }

  @Override
  protected void initChannel(Channel channel) throws Exception {
    super.initChannel(channel);
    channel
        .pipeline()
        .addFirst(
            "idle",
            new IdleStateHandler(idleSeconds, 0, 0) {
              @Override
              protected void channelIdle(ChannelHandlerContext context, IdleStateEvent event) {
                context.close();
              }
            });
  }
}
