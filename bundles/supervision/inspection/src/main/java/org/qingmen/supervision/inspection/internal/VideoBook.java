package org.qingmen.supervision.inspection.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Deactivate;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.engine.Judge;
import org.qingmen.engine.PackException;
import org.qingmen.model.ChinaTime;
import org.qingmen.model.Receipt;
import org.qingmen.spi.pack.PackDescriptor.Kind;
import org.qingmen.store.Page;
import org.qingmen.store.PassageStore;
import org.qingmen.store.StoreUnavailableException;
import org.qingmen.store.StoredJson;
import org.qingmen.store.Video;
import org.qingmen.store.VideoIndex;
import org.qingmen.store.VideoQuery;
import org.qingmen.supervision.inspection.Videos;

/** The video index, and the end of its retention once a day. */
@Component(service = Videos.class, immediate = true)
public final class VideoBook implements Videos {

  private static final Duration LONGEST = Duration.ofHours(24);

  /** What databases and JSON both can hold without harm. */
  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

  private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

  /** An address that a viewer may open, or the path of a file; nothing that would be run. */
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?i:https?|rtsps?)://[^\\s/][^\\p{Cntrl}]*|(?:[A-Za-z]:)?[^\\s:\\p{Cntrl}][^:\\p{Cntrl}]*");

  private final VideoIndex index;
  private final PassageStore passages;
  private final Judge judge;
  private final Clock clock = Clock.systemUTC();
  private final ScheduledExecutorService daily =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "qingmen-video-retention");
            thread.setDaemon(true);
            return thread;
          });

  @Activate
  public VideoBook(
      @Reference VideoIndex index, @Reference PassageStore passages, @Reference Judge judge) {
    this.index = index;
    this.passages = passages;
    this.judge = judge;
    daily.scheduleWithFixedDelay(this::retain, 10, 24 * 60, TimeUnit.MINUTES);
  }

  @Deactivate
  void close() {
    daily.shutdownNow();
  }

  @Override
  public Answer put(String json, String source) {
    return putAll(List.of(json), source).get(0);
  }

  @Override
  public List<Answer> putAll(List<String> entries, String source) {
    List<Video> videos = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      videos.add(read(StoredJson.read(entries.get(i)), entries.size() == 1 ? "" : "/" + i, source));
    }
    Map<String, Video> standing = new HashMap<>(index.add(videos));
    List<Answer> answers = new ArrayList<>();
    for (Video video : videos) {
      Video before = standing.putIfAbsent(video.id(), video);
      String status = before == null ? "accepted" : before.says(video) ? "duplicate" : "conflict";
      answers.add(new Answer(video.id(), status));
    }
    return answers;
  }

  @Override
  public Optional<Video> find(String id) {
    return index.find(id);
  }

  @Override
  public Page<Video> list(VideoQuery query) {
    return index.list(query);
  }

  @Override
  public List<Video> showing(String receipt) {
    return passages.find(receipt).stream()
        .flatMap(
            passage ->
                index.covering(passage.enterprise(), passage.time().toInstant()).stream()
                    .sorted(
                        Comparator.comparing(v -> !Objects.equals(v.barrier(), passage.barrier()))))
        .toList();
  }

  /** The schema knows the form of a time only; 30 February has it. */
  static Instant time(JsonNode json, String member, String pointer) {
    try {
      Instant time = OffsetDateTime.parse(json.path(member).asText()).toInstant();
      if (!time.isBefore(EARLIEST) && time.isBefore(LATEST)) {
        return time;
      }
    } catch (DateTimeException e) {
      throw Texts.invalid("bad-video", "video-time", pointer + "/" + member);
    }
    throw Texts.invalid("bad-video", "video-time", pointer + "/" + member);
  }

  private Video read(JsonNode json, String pointer, String source) {
    String enterprise = json.path("enterprise").asText();
    String camera = json.path("camera").asText();
    Instant from = time(json, "from", pointer);
    Instant to = time(json, "to", pointer);
    if (!to.isAfter(from) || Duration.between(from, to).compareTo(LONGEST) > 0) {
      throw Texts.invalid("bad-video", "video-times", pointer + "/to");
    }
    if (!ADDRESS.matcher(json.path("address").asText()).matches()) {
      throw Texts.invalid("bad-video", "video-address", pointer + "/address");
    }
    return new Video(
        Receipt.of(enterprise, "video/" + camera + "/" + from.toEpochMilli()).value(),
        enterprise,
        camera,
        json.path("barrier").textValue(),
        from,
        to,
        json.path("address").asText(),
        json.path("sha256").textValue(),
        clock.instant().truncatedTo(ChronoUnit.MILLIS),
        source);
  }

  /** Removes what nobody has to keep any longer; a pack that is not there yet keeps everything. */
  private void retain() {
    LocalDate today = ChinaTime.day(clock.instant());
    try {
      int months = Limits.of(judge, Kind.ACCEPTANCE, null, today).number("video.retention.months");
      index.removeEndedBefore(ChinaTime.startOf(today.minusMonths(months)));
    } catch (PackException | StoreUnavailableException e) {
      return; // tomorrow is early enough
    }
  }
}
