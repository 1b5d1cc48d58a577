package org.qingmen.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.concurrent.TimeUnit;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.qingmen.bench.load.Latencies;
import org.qingmen.bench.server.Work;

/**
 * Counts the syncs of a Java process: every {@code FileChannel.force}, by the flight recorder with
 * no other event switched on. A recorder of its own, because Linux counts no syncs per process.
 */
public final class Forces {

  private static final String SETTINGS =
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <configuration version="2.0">
        <event name="jdk.FileForce">
          <setting name="enabled">true</setting>
          <setting name="threshold">0 ns</setting>
          <setting name="stackTrace">false</setting>
        </event>
      </configuration>
      """;
  private static final String NAME = "qingmen-bench";

  private final long pid;
  private final Path folder;

  /** Syncs of the write-ahead log, of other files, and how long the former took. */
  public record Count(long journal, long other, Latencies journalTimes) {}

  /**
   * Begins to record. To be called before the process is warm: switching the recorder on throws
   * away what was compiled.
   *
   * @param folder for the recordings
   */
  public Forces(long pid, Path folder) throws IOException, InterruptedException {
    this.pid = pid;
    this.folder = folder;
    Path settings = folder.resolve("forces.jfc");
    Files.writeString(settings, SETTINGS);
    command("JFR.start", "name=" + NAME, "settings=" + settings);
  }

  /** Counts what lies between two moments. */
  public Count between(Instant from, Instant to) throws IOException, InterruptedException {
    Path file = folder.resolve("forces-" + System.nanoTime() + ".jfr");
    command("JFR.dump", "name=" + NAME, "filename=" + file);
    long journal = 0;
    long other = 0;
    Latencies times = new Latencies();
    try (RecordingFile recording = new RecordingFile(file)) {
      while (recording.hasMoreEvents()) {
        RecordedEvent event = recording.readEvent();
        if (!event.getEventType().getName().equals("jdk.FileForce")
            || event.getStartTime().isBefore(from)
            || event.getStartTime().isAfter(to)) {
          continue;
        }
        if (String.valueOf(event.getString("path")).contains("/journal/wal/")) {
          journal++;
          times.add(event.getDuration().toNanos());
        } else {
          other++;
        }
      }
    }
    Files.delete(file);
    return new Count(journal, other, times);
  }

  private void command(String... arguments) throws IOException, InterruptedException {
    String[] command = new String[arguments.length + 2];
    command[0] = Work.java("jcmd");
    command[1] = String.valueOf(pid);
    System.arraycopy(arguments, 0, command, 2, arguments.length);
    Path out = folder.resolve("jcmd.out");
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile()).start();
    if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new IOException("jcmd " + arguments[0] + ": " + Files.readString(out));
    }
  }
}
