package org.qingmen.bench.load;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/**
 * Clients that each send a request, wait for its answer and send the next one: all in one thread,
 * keep-alive, without pipelining.
 */
public final class Load {

  private final InetSocketAddress target;
  private final Requests requests;
  private final byte[] arrived = new byte[64 * 1024];
  private final ByteBuffer buffer = ByteBuffer.wrap(arrived);
  private Latencies latencies = new Latencies();
  private long accepted;
  private long refused;
  private String complaint;
  private long lastAnswer;
  private long longestGap;

  /** Sends to an address. */
  public Load(InetSocketAddress target, Requests requests) {
    this.target = target;
    this.requests = requests;
  }

  /**
   * What came of a run.
   *
   * @param accepted records acknowledged within it
   * @param refused records not acknowledged, whatever the reason
   * @param complaint the first answer that was not an acknowledgement; null when there was none
   * @param seconds how long it lasted
   * @param cpuSeconds processor time of this process meanwhile
   * @param longestGapMillis longest time without any answer
   */
  public record Result(
      Latencies latencies,
      long accepted,
      long refused,
      String complaint,
      double seconds,
      double cpuSeconds,
      double longestGapMillis) {

    /** Records per second. */
    public double perSecond() {
      return accepted / seconds;
    }
  }

  /** Runs for a time, then waits for the answers that are still on their way. */
  public Result run(int clients, Duration time) throws IOException {
    latencies = new Latencies();
    accepted = 0;
    refused = 0;
    complaint = null;
    longestGap = 0;
    lastAnswer = 0;
    long cpu = cpuNanos();
    long begin = System.nanoTime();
    long end = begin + time.toNanos();
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < clients; i++) {
        Client client = new Client(SocketChannel.open(target));
        client.key = client.channel.register(selector, SelectionKey.OP_READ, client);
        client.send();
      }
      serve(selector, clients, end);
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    return new Result(
        latencies,
        accepted,
        refused,
        complaint,
        seconds,
        (cpuNanos() - cpu) / 1e9,
        longestGap / 1e6);
  }

  private void serve(Selector selector, int clients, long end) throws IOException {
    int open = clients;
    while (open > 0) {
      selector.select(1000);
      for (SelectionKey key : selector.selectedKeys()) {
        Client client = (Client) key.attachment();
        if (key.isWritable()) {
          client.write();
        }
        if (key.isReadable() && client.read()) {
          if (System.nanoTime() < end) {
            client.send();
          } else {
            client.channel.close();
            open--;
          }
        }
      }
      selector.selectedKeys().clear();
    }
  }

  private static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }

  /** One connection. */
  private final class Client {

    private final SocketChannel channel;
    private final Answer answer = new Answer();
    private SelectionKey key;
    private ByteBuffer request;
    private long sent;

    Client(SocketChannel channel) throws IOException {
      this.channel = channel;
      channel.configureBlocking(false);
      channel.socket().setTcpNoDelay(true);
    }

    void send() throws IOException {
      request = requests.next();
      sent = System.nanoTime();
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
    boolean read() throws IOException {
      buffer.clear();
      int count = channel.read(buffer);
      if (count < 0) {
        throw new IOException("the server closed a connection; last heard: " + answer.text());
      }
      answer.add(arrived, count);
      if (!answer.complete()) {
        return false;
      }
      note();
      answer.clear();
      return true;
    }

    private void note() {
      long now = System.nanoTime();
      latencies.add(now - sent);
      longestGap = lastAnswer == 0 ? 0 : Math.max(longestGap, now - lastAnswer);
      lastAnswer = now;
      int good = answer.status() == 200 ? answer.accepted() : 0;
      accepted += good;
      refused += requests.perRequest() - good;
      if (good < requests.perRequest() && complaint == null) {
        complaint = answer.text();
      }
    }
  }
}
