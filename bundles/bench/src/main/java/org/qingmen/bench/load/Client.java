package org.qingmen.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** One connection: a request, its answer, the next request. */
final class Client {

  private final SocketChannel channel;
  private final SelectionKey key;
  private final Answer answer = new Answer();
  private ByteBuffer request;
  private long begun;

  Client(InetSocketAddress target, Selector selector) throws IOException {
    channel = SocketChannel.open(target);
    channel.configureBlocking(false);
    channel.socket().setTcpNoDelay(true);
    key = channel.register(selector, SelectionKey.OP_READ, this);
  }

  /**
   * Sends a request.
   *
   * @param time from when on its latency counts
   */
  void send(ByteBuffer next, long time) throws IOException {
    answer.clear();
    request = next;
    begun = time;
    write();
  }

  void write() throws IOException {
    channel.write(request);
    key.interestOps(
        request.hasRemaining()
            ? SelectionKey.OP_READ | SelectionKey.OP_WRITE
            : SelectionKey.OP_READ);
  }

  /** Whether the answer is complete now. */
  boolean read(ByteBuffer buffer) throws IOException {
    buffer.clear();
    int count = channel.read(buffer);
    if (count < 0) {
      throw new IOException("the server closed a connection; last heard: " + answer.text());
    }
    answer.add(buffer.array(), count);
    return answer.complete();
  }

  Answer answer() {
    return answer;
  }

  long begun() {
    return begun;
  }

  void close() throws IOException {
    channel.close();
  }
}
