package org.qingmen.supervision.control.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.qingmen.spi.health.HealthCheck;
import org.qingmen.spi.refusal.Refusal.Fault;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Measures by grade from {@code $QINGMEN_DATA/measures/*.yaml}. The shipped files are copied there
 * once; an edited file counts within seconds, a broken one changes nothing and is complained about.
 */
@Component(service = {MeasureFiles.class, HealthCheck.class})
public final class MeasureFiles implements HealthCheck {

  private static final Logger LOG = LoggerFactory.getLogger(MeasureFiles.class);
  private static final List<String> SHIPPED = List.of("cement.yaml", "general.yaml");
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(2);

  private final Path directory;
  private final Clock clock;
  private final YAMLMapper yaml = new YAMLMapper();
  private final Schema schema = new Schema("measures", Set.of());
  private Map<Path, FileTime> seen = Map.of();
  private volatile Instant nextLook = Instant.MIN;
  private volatile Measures measures = new Measures(List.of(), null);
  private volatile String complaint = "";

  /** Wired by the container. */
  @Activate
  public MeasureFiles(BundleContext bundles) {
    this(dataDirectory(bundles), Clock.systemUTC());
  }

  MeasureFiles(Path dataDirectory, Clock clock) {
    this.directory = dataDirectory.resolve("measures");
    this.clock = clock;
    try {
      copyShipped();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + directory, e);
    }
    present();
  }

  /** The measures as the files say now. */
  Measures present() {
    Instant now = clock.instant();
    if (!now.isBefore(nextLook)) {
      lookAgain(now);
    }
    return measures;
  }

  @Override
  public String name() {
    return "measures";
  }

  @Override
  public Status check() {
    return new Status(complaint.isEmpty(), false, complaint);
  }

  private synchronized void lookAgain(Instant now) {
    if (!now.isBefore(nextLook)) {
      nextLook = now.plus(LOOK_AGAIN);
      readIfChanged();
    }
  }

  private void readIfChanged() {
    try {
      Map<Path, FileTime> files = files();
      if (!files.equals(seen)) {
        seen = files;
        read(files.keySet());
      }
    } catch (IOException e) {
      complain(directory + ": " + e.getMessage());
    }
  }

  private void read(Set<Path> files) throws IOException {
    List<JsonNode> contents = new ArrayList<>();
    for (Path file : files) {
      try {
        JsonNode content = yaml.readTree(Files.readString(file));
        List<Fault> faults = schema.faults(content);
        if (!faults.isEmpty()) {
          Fault first = faults.get(0);
          complain(file + ": " + first.pointer() + ": " + first.message().en());
          return;
        }
        contents.add(content);
      } catch (JsonProcessingException e) {
        String reason = e.getOriginalMessage().lines().findFirst().orElse("");
        complain(file + ": line " + line(e) + ": " + reason);
        return;
      }
    }
    measures = Measures.of(contents);
    complaint = "";
  }

  private void complain(String reason) {
    complaint = reason + "; the measures read before stay in force";
    LOG.error("Measures are not read. {}", complaint);
  }

  private Map<Path, FileTime> files() throws IOException {
    Map<Path, FileTime> files = new TreeMap<>();
    try (Stream<Path> listed = Files.list(directory)) {
      for (Path file : listed.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        files.put(file, Files.getLastModifiedTime(file));
      }
    }
    return files;
  }

  private void copyShipped() throws IOException {
    Files.createDirectories(directory);
    for (String name : SHIPPED) {
      Path file = directory.resolve(name);
      if (!Files.exists(file)) {
        try (InputStream shipped = MeasureFiles.class.getResourceAsStream("/measures/" + name)) {
          Files.copy(shipped, file);
        }
      }
    }
  }

  private static int line(JsonProcessingException e) {
    return e.getLocation() == null ? 0 : e.getLocation().getLineNr();
  }

  private static Path dataDirectory(BundleContext bundles) {
    String configured = bundles.getProperty("qingmen.data");
    String environment = System.getenv().getOrDefault("QINGMEN_DATA", "data");
    return Path.of(configured == null ? environment : configured).toAbsolutePath();
  }
}
