package org.qingmen.bench.load;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;

/**
 * Clients that each send a request, wait for its answer and send the next one: all in one thread,
 * keep-alive, without pipelining.
 */
public final class Load {

  private final InetSocketAddress target;
  private final Requests requests;
  private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
  private Tally tally;

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
    tally = new Tally(requests.perRequest());
    long cpu = cpuNanos();
    long begin = System.nanoTime();
    long end = begin + time.toNanos();
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < clients; i++) {
        new Client(target, selector).send(requests.next(), System.nanoTime());
      }
      serve(selector, clients, end);
    }
    double seconds = (System.nanoTime() - begin) / 1e9;
    return tally.result(seconds, (cpuNanos() - cpu) / 1e9);
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
        if (key.isReadable() && client.read(buffer)) {
          tally.note(client);
          if (System.nanoTime() < end) {
            client.send(requests.next(), System.nanoTime());
          } else {
            client.close();
            open--;
          }
        }
      }
      selector.selectedKeys().clear();
    }
  }

  static long cpuNanos() {
    return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getProcessCpuTime();
  }
}
