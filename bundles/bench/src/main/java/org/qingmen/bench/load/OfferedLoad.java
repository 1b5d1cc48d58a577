package org.qingmen.bench.load;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Requests that become due at a steady rate, whether the server keeps up or not: a request that
 * finds no connection free waits, and its latency counts from when it was due. Runs in a thread of
 * its own until it is ended.
 */
public final class OfferedLoad {

  private final InetSocketAddress target;
  private final Requests requests;
  private final double perSecond;
  private final int clients;
  private final Tally tally;
  private final ByteBuffer buffer = ByteBuffer.allocate(64 * 1024);
  private final Deque<Client> idle = new ArrayDeque<>();
  private final Thread thread = new Thread(this::run, "offered-load");
  private volatile boolean ended;
  private volatile IOException failure;
  private long begun;
  private long sent;
  private double seconds;

  /**
   * A load.
   *
   * @param perSecond requests that become due every second
   * @param clients connections at most
   */
  public OfferedLoad(InetSocketAddress target, Requests requests, double perSecond, int clients) {
    this.target = target;
    this.requests = requests;
    this.perSecond = perSecond;
    this.clients = clients;
    this.tally = new Tally(requests.perRequest());
  }

  /**
   * What came of it.
   *
   * @param offered records that became due
   * @param result what was acknowledged until it was ended
   */
  public record Served(double offered, Load.Result result) {

    /** Share of what was offered that was acknowledged in time. */
    public double share() {
      return offered == 0 ? 1 : result.accepted() / offered;
    }
  }

  /** Begins. */
  public OfferedLoad begin() {
    thread.start();
    return this;
  }

  /** Ends it; what is still on its way does not count as served. */
  public Served end() throws IOException, InterruptedException {
    ended = true;
    thread.join();
    if (failure != null) {
      throw failure;
    }
    double offered = perSecond * seconds * requests.perRequest();
    return new Served(offered, tally.result(seconds, 0));
  }

  private void run() {
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < clients; i++) {
        idle.add(new Client(target, selector));
      }
      begun = System.nanoTime();
      while (!ended) {
        sendDue();
        selector.select(1);
        answers(selector);
      }
      seconds = (System.nanoTime() - begun) / 1e9;
      for (SelectionKey key : selector.keys()) {
        ((Client) key.attachment()).close();
      }
    } catch (IOException e) {
      failure = e;
    }
  }

  private void sendDue() throws IOException {
    while (!idle.isEmpty()) {
      long due = begun + (long) (sent * 1e9 / perSecond);
      if (due > System.nanoTime()) {
        return;
      }
      sent++;
      idle.poll().send(requests.next(), due);
    }
  }

  private void answers(Selector selector) throws IOException {
    for (SelectionKey key : selector.selectedKeys()) {
      Client client = (Client) key.attachment();
      if (key.isWritable()) {
        client.write();
      }
      if (key.isReadable() && client.read(buffer)) {
        tally.note(client);
        idle.add(client);
      }
    }
    selector.selectedKeys().clear();
  }
}
