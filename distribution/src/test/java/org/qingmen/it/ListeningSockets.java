package org.qingmen.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads from the kernel which ports a process listens on. */
final class ListeningSockets {

  private static final String LISTEN = "0A";
  private static final Set<String> LOOPBACK =
      Set.of("0100007F", "00000000000000000000000001000000", "0000000000000000FFFF00000100007F");

  private ListeningSockets() {}

  /** Ports that are not bound to the loopback address. */
  static List<Integer> toOtherMachines(long pid) throws IOException {
    Set<String> inodes = socketsOf(pid);
    return Stream.concat(table(pid, "tcp"), table(pid, "tcp6"))
        .map(line -> line.trim().split("\\s+"))
        .filter(field -> field[3].equals(LISTEN) && inodes.contains(field[9]))
        .map(field -> field[1].split(":"))
        .filter(address -> !LOOPBACK.contains(address[0]))
        .map(address -> Integer.parseInt(address[1], 16))
        .distinct()
        .sorted()
        .toList();
  }

  private static Stream<String> table(long pid, String name) throws IOException {
    return Files.readAllLines(Path.of("/proc/" + pid + "/net/" + name)).stream().skip(1);
  }

  private static Set<String> socketsOf(long pid) throws IOException {
    try (Stream<Path> files = Files.list(Path.of("/proc/" + pid + "/fd"))) {
      return files
          .map(ListeningSockets::target)
          .filter(target -> target.startsWith("socket:["))
          .map(target -> target.substring(8, target.length() - 1))
          .collect(Collectors.toSet());
    }
  }

  private static String target(Path link) {
    try {
      return Files.readSymbolicLink(link).toString();
    } catch (IOException e) {
      return ""; // closed meanwhile
    }
  }
}
