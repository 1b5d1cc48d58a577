package org.qingmen.connectors.yaohua.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.qingmen.spi.device.Device;
import org.qingmen.spi.kit.MemoryPlatform;

class YaohuaRoutesTest {

  private static final long PATIENCE = TimeUnit.SECONDS.toNanos(60);

  private final MemoryPlatform platform = new MemoryPlatform();
  private final DefaultCamelContext context = new DefaultCamelContext();
  private int port;

  @BeforeEach
  void start() throws Exception {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = socket.getLocalPort();
    }
    context.addRoutes(new YaohuaRoutes(new Settings(port), platform, platform, platform));
    context.start();
  }

  @AfterEach
  void stop() {
    context.stop();
  }

  @Test
  void weighsTheVehiclesOfAScaleThatCallsUs() throws Exception {
    platform.register(scale(Map.of()));
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      OutputStream out = socket.getOutputStream();
      out.write(new byte[] {'9', 3, 2, '+', '0'});
      out.write(Frames.times(10, 31000));
      out.write(Frames.times(3, 0));
      byte[] next = Frames.times(10, 42000);
      out.write(next, 0, 17);
      out.flush();
      until(() -> platform.weighings().size() == 1);
      out.write(next, 17, next.length - 17);
      out.flush();
      until(() -> platform.weighings().size() == 2);
    }
    assertThat(platform.weighings()).extracting("kilograms").containsExactly(31000.0, 42000.0);
    assertThat(platform.seen()).contains("scale-1");
  }

  @Test
  void callsAScaleThatWaitsToBeCalledAndCallsAgainWhenItHangsUp() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      platform.register(scale(Map.of("connect", "127.0.0.1:" + server.getLocalPort())));
      try (Socket line = server.accept()) {
        line.getOutputStream().write(Frames.times(10, 31000));
        until(() -> platform.weighings().size() == 1);
      }
      try (Socket again = server.accept()) {
        again.getOutputStream().write(Frames.times(10, 42000));
        until(() -> platform.weighings().size() == 2);
      }
    }
  }

  @Test
  void asksAnIndicatorInCommandModeForItsWeight() throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      String connect = "127.0.0.1:" + server.getLocalPort();
      platform.register(scale("yaohua-tf1", Map.of("connect", connect, "address", "C")));
      try (Socket line = server.accept()) {
        byte[] reply = {2, 'C', 'B', '+', '0', '3', '1', '0', '0', '0', '0', '1', '8', 3};
        for (int i = 0; i < 6; i++) {
          byte[] question = line.getInputStream().readNBytes(6);
          assertThat(question).containsExactly(2, 'C', 'B', '0', '1', 3);
          line.getOutputStream().write(reply);
        }
        until(() -> platform.weighings().size() == 1);
      }
    }
    assertThat(platform.weighings().get(0).kilograms()).isEqualTo(31000);
  }

  @Test
  void keepsCallingAScaleThatIsNotThereYet() throws Exception {
    int later;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      later = socket.getLocalPort();
    }
    platform.register(scale(Map.of("connect", "127.0.0.1:" + later)));
    until(() -> context.getRoute("yaohua-call-scale-1") != null);
    try (ServerSocket server = new ServerSocket(later, 5, InetAddress.getLoopbackAddress());
        Socket line = server.accept()) {
      line.getOutputStream().write(Frames.times(10, 31000));
      until(() -> platform.weighings().size() == 1);
    }
  }

  @Test
  void aStrangerIsKeptInQuarantineOnceAndHungUpOn() throws Exception {
    for (int i = 0; i < 3; i++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        socket.getOutputStream().write(Frames.of(31000));
        assertThat(ended(socket)).isTrue();
      }
    }
    until(() -> !platform.kept().isEmpty());
    assertThat(platform.kept()).hasSize(1);
    assertThat(platform.kept().get(0).reason()).isEqualTo("unknown-device");
    assertThat(platform.weighings()).isEmpty();
  }

  @Test
  void aWeighingWaitsWhileTheJournalCannotWrite() throws Exception {
    platform.register(scale(Map.of()));
    platform.breakJournal(true);
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
      socket.getOutputStream().write(Frames.times(10, 31000));
      socket.getOutputStream().flush();
      until(() -> !platform.seen().isEmpty());
      platform.breakJournal(false);
      until(() -> platform.weighings().size() == 1);
    }
  }

  private static boolean ended(Socket socket) throws IOException {
    try {
      return socket.getInputStream().read() < 0;
    } catch (java.net.SocketException e) {
      return true; // closed hard, because bytes were still on their way
    }
  }

  private static void until(BooleanSupplier condition) {
    long end = System.nanoTime() + PATIENCE;
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited too long").isLessThan(end);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }

  private static Device scale(Map<String, String> more) {
    return scale("yaohua-tf0", more);
  }

  private static Device scale(String protocol, Map<String, String> more) {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("stable.ms", "0");
    Device.Lane lane = new Device.Lane("*", null, "A01", null, Map.of());
    return new Device(
        "scale-1", "E1", protocol, null, null, List.of("127.0.0.1"), null, List.of(lane), settings);
  }

  private record Settings(int port) implements YaohuaRoutes.Config {

    @Override
    public String host() {
      return "127.0.0.1";
    }

    @Override
    public int call_seconds() {
      return 1;
    }

    @Override
    public Class<? extends Annotation> annotationType() {
      return YaohuaRoutes.Config.class;
    }
  }
}
