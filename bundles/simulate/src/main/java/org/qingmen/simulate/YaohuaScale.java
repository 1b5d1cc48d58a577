package org.qingmen.simulate;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/**
 * A Yaohua indicator behind a serial server that calls us: a vehicle drives on, stands, drives off,
 * each as continuous frames written from the maker's description.
 */
final class YaohuaScale implements Player {

  private static final int STANDING = 16;

  private final String host;
  private final int port;
  private final long frameMillis;
  private final long kilograms;
  private final boolean split;
  private final boolean noise;
  private final Random random;
  private Socket socket;

  YaohuaScale(Options options) {
    this.host = options.text("--host", "127.0.0.1");
    this.port = (int) options.number("--port", 8193);
    this.frameMillis = options.number("--frame-millis", 100);
    this.kilograms = options.number("--kilograms", 0);
    this.split = options.has("--split");
    this.noise = options.has("--noise");
    this.random = new Random(options.number("--seed", 1));
  }

  @Override
  public boolean alone() {
    return true;
  }

  @Override
  public Receipt send(long index) throws IOException {
    long weight = kilograms > 0 ? kilograms : 12_000 + index * 7_919 % 37_000 / 20 * 20;
    if (socket == null) {
      socket = new Socket(host, port);
    }
    for (int i = 1; i <= 4; i++) {
      frame(weight * i / 5);
    }
    for (int i = 0; i < STANDING; i++) {
      frame(weight);
    }
    frame(weight / 2);
    frame(0);
    frame(0);
    return new Receipt("{\"kilograms\":" + weight + "}", String.valueOf(weight), 1);
  }

  private void frame(long weight) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    if (noise && random.nextInt(4) == 0) {
      bytes.writeBytes(new byte[] {0x15, '7', 0x03});
    }
    bytes.writeBytes(continuous(weight));
    OutputStream out = socket.getOutputStream();
    byte[] all = bytes.toByteArray();
    int cut = split ? random.nextInt(all.length) : 0;
    out.write(all, 0, cut);
    out.flush();
    out.write(all, cut, all.length - cut);
    out.flush();
    LockSupport.parkNanos(frameMillis * 1_000_000L);
  }

  /** STX, sign, six digits, decimals, XOR of these as two hex digits, ETX. */
  static byte[] continuous(long weight) {
    String body = (weight < 0 ? "-" : "+") + String.format("%06d", Math.abs(weight)) + "0";
    int xor = 0;
    for (char each : body.toCharArray()) {
      xor ^= each;
    }
    String frame = '\u0002' + body + String.format("%02X", xor) + '\u0003';
    return frame.getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public void close() {
    try {
      if (socket != null) {
        socket.close();
      }
    } catch (IOException e) {
      socket = null; // gone either way
    }
  }
}
