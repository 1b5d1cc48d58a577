package org.qingmen.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What Linux says of a process and of the machine. */
public final class Proc {

  private static final double TICKS_PER_SECOND = 100;
  private static final int UTIME = 11;
  private static final int STIME = 12;

  private Proc() {}

  /** Resident memory of a process in MiB. */
  public static double residentMib(long pid) throws IOException {
    for (String line : Files.readAllLines(Path.of("/proc", pid + "", "status"))) {
      if (line.startsWith("VmRSS:")) {
        return Long.parseLong(line.replaceAll("[^0-9]", "")) / 1024.0;
      }
    }
    throw new IOException("process " + pid + " has no VmRSS");
  }

  /** Processor seconds a process has used. */
  public static double cpuSeconds(long pid) throws IOException {
    return used(Files.readString(Path.of("/proc", pid + "", "stat")));
  }

  private static double used(String stat) {
    // The name in brackets may hold blanks.
    String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
    return (Long.parseLong(fields[UTIME]) + Long.parseLong(fields[STIME])) / TICKS_PER_SECOND;
  }

  /** Of {@link #cpuSeconds}, what the just-in-time compiler of a Java process has used. */
  public static double compilerSeconds(long pid) throws IOException {
    double seconds = 0;
    try (Stream<Path> threads = Files.list(Path.of("/proc", pid + "", "task"))) {
      for (Path thread : threads.toList()) {
        seconds += compilerSeconds(thread.resolve("stat"));
      }
    }
    return seconds;
  }

  private static double compilerSeconds(Path file) throws IOException {
    try {
      String stat = Files.readString(file);
      boolean compiler = stat.contains("(C1 Compiler") || stat.contains("(C2 Compiler");
      return compiler ? used(stat) : 0;
    } catch (NoSuchFileException e) {
      return 0; // The thread has ended.
    }
  }

  /** Load average of the last minute, five minutes, quarter of an hour. */
  public static String loadAverage() throws IOException {
    String[] fields = Files.readString(Path.of("/proc/loadavg")).split(" ");
    return fields[0] + " " + fields[1] + " " + fields[2];
  }
}
