package org.qingmen.simulate;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Plays captured messages byte by byte as they are: one file, or all files of a folder in order.
 */
final class Replay implements Player {

  private final List<Path> files;
  private final Options options;
  private final Http http;
  private final long times;

  Replay(Options options) throws IOException {
    this.options = options;
    this.http = new Http(options);
    Path given = options.path("--replay");
    if (!Files.exists(given)) {
      throw new WrongCallException("no-such-file", given.toString());
    }
    try (Stream<Path> found = Files.walk(given, 1)) {
      this.files = found.filter(Files::isRegularFile).sorted().toList();
    }
    this.times = options.number("--count", 1);
  }

  @Override
  public long size() {
    return files.size() * times;
  }

  @Override
  public boolean alone() {
    return true;
  }

  @Override
  public Receipt send(long index) throws IOException {
    Path file = files.get((int) ((index - 1) % files.size()));
    byte[] bytes = bytes(file);
    String name = file.getFileName().toString();
    if ("yaohua".equals(options.played())) {
      try (Socket socket =
          new Socket(options.text("--host", "127.0.0.1"), (int) options.number("--port", 8193))) {
        socket.getOutputStream().write(bytes);
      }
      return receipt(name, "sent");
    }
    String type = type(name, bytes);
    String answer =
        http.post(URI.create(options.need("--url")), bytes, () -> Map.of("Content-Type", type));
    return receipt(name, answer.replace("\\", "\\\\").replace("\"", "\\\"").strip());
  }

  private static Receipt receipt(String name, String answer) {
    String flat = answer.replaceAll("\\s+", " ");
    return new Receipt("{\"file\":\"" + name + "\",\"answer\":\"" + flat + "\"}", flat, 1);
  }

  private static byte[] bytes(Path file) throws IOException {
    byte[] raw = Files.readAllBytes(file);
    if (!file.getFileName().toString().endsWith(".hex")) {
      return raw;
    }
    String pairs = new String(raw, StandardCharsets.US_ASCII).replaceAll("\\s", "");
    return HexFormat.of().parseHex(pairs);
  }

  private static String type(String name, byte[] bytes) {
    if (name.endsWith(".multipart")) {
      String first =
          new String(bytes, StandardCharsets.ISO_8859_1).lines().findFirst().orElse("--");
      return "multipart/form-data; boundary=" + first.substring(Math.min(2, first.length()));
    }
    return name.endsWith(".xml") ? "application/xml" : "application/json";
  }
}
