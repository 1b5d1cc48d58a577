package org.qingmen.demo.internal;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.spi.intake.GateEventSink;
import org.qingmen.spi.intake.NativeRecord;

/** The demonstration's gates live: a heartbeat a minute, all but one. */
@Component(service = GatePulse.class, immediate = true)
public final class GatePulse {

  private static final long SECONDS = 60;

  /** The enterprise one of whose gates is silent, so that there is an alarm to see. */
  private static final int SILENT = 3;

  private final GateEventSink sink;
  private final Province province;
  private final ObjectMapper json = new ObjectMapper();
  private final ScheduledExecutorService pulse =
      Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "qingmen-demo-gates"));

  /** Wired by the container. */
  @Activate
  public GatePulse(@Reference GateEventSink sink) throws IOException {
    this.sink = sink;
    this.province = Province.read();
    if ("1".equals(System.getenv("QINGMEN_DEMO"))) {
      pulse.scheduleWithFixedDelay(this::beat, SECONDS / 2, SECONDS, TimeUnit.SECONDS);
    }
  }

  @Deactivate
  void close() {
    pulse.shutdownNow();
  }

  private void beat() {
    List<NativeRecord> beats = new ArrayList<>();
    for (int works = 0; works < province.works().size(); works++) {
      for (String barrier : HeartbeatPart.BARRIERS) {
        if (works != SILENT || !barrier.equals(HeartbeatPart.BARRIERS.get(1))) {
          beats.add(record(RegistryPart.code(province, works), barrier));
        }
      }
    }
    // An enterprise that is not loaded yet is refused, which is of no account here.
    sink.submit(beats);
  }

  private NativeRecord record(String enterprise, String barrier) {
    String now = Times.text(OffsetDateTime.now(Calendar.ZONE).withNano(0));
    ObjectNode beat = json.createObjectNode();
    beat.put("enterprise", enterprise).put("barrier", barrier).put("kind", "heartbeat");
    beat.put("time", now).put("clock", now).putArray("faults");
    byte[] bytes = beat.toString().getBytes(StandardCharsets.UTF_8);
    return new NativeRecord(bytes, bytes, Loading.ACTOR.source(), null, "");
  }
}
