package org.qingmen.bench.load;

/** Counts answers. */
final class Tally {

  private final Latencies latencies = new Latencies();
  private final int perRequest;
  private long accepted;
  private long refused;
  private String complaint;
  private long lastAnswer;
  private long longestGap;

  Tally(int perRequest) {
    this.perRequest = perRequest;
  }

  void note(Client client) {
    long now = System.nanoTime();
    Answer answer = client.answer();
    latencies.add(now - client.begun());
    longestGap = lastAnswer == 0 ? 0 : Math.max(longestGap, now - lastAnswer);
    lastAnswer = now;
    int good = answer.status() == 200 ? answer.accepted() : 0;
    accepted += good;
    refused += perRequest - good;
    if (good < perRequest && complaint == null) {
      complaint = answer.text();
    }
  }

  Load.Result result(double seconds, double cpuSeconds) {
    return new Load.Result(
        latencies, accepted, refused, complaint, seconds, cpuSeconds, longestGap / 1e6);
  }
}
