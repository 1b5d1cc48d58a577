package org.qingmen.demo.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.qingmen.store.Document;
import org.qingmen.supervision.inspection.Acceptances;
import org.qingmen.supervision.inspection.Verifications;
import org.qingmen.supervision.inspection.Videos;

/** One finished inspection, one acceptance, and where the videos of the last days lie. */
final class InspectionPart {

  private static final int INSPECTED = 1;
  private static final int ACCEPTED = 0;
  private static final int VIDEO_DAYS = 3;
  private static final long SEED = 20261001;

  private final ObjectMapper json = new ObjectMapper();
  private final Province province;
  private final Calendar calendar;
  private final String actor;

  InspectionPart(Province province, Calendar calendar, String actor) {
    this.province = province;
    this.calendar = calendar;
    this.actor = actor;
  }

  /** Everything is in order, but one truck of the last video is in no ledger. */
  void inspection(Verifications verifications) throws IOException {
    String enterprise = RegistryPart.code(province, INSPECTED);
    if (!verifications.list(enterprise, null, null, 1).items().isEmpty()) {
      return;
    }
    List<LocalDate> days = calendar.days();
    Document drawn =
        verifications.draw(
            new Verifications.Draw(
                enterprise, days.get(0), days.get(days.size() - 1), SEED, Map.of()),
            actor);
    for (JsonNode item : json.readTree(drawn.body()).path("items")) {
      ObjectNode finding = json.createObjectNode().put("result", "ok").put("text", "现场核对一致");
      if (item.path("no").asText().equals("V1")) {
        finding.put("text", "一辆自卸车未见记录").putArray("plates").add("冀Z8A888");
      }
      verifications.find(drawn.id(), item.path("no").asText(), finding.toString(), actor);
    }
    verifications.finish(drawn.id(), actor);
  }

  /** What the devices do not say themselves was seen on site. */
  void acceptance(Acceptances acceptances) throws IOException {
    String enterprise = RegistryPart.code(province, ACCEPTED);
    if (!acceptances.list(enterprise, null, null, 1).items().isEmpty()) {
      return;
    }
    Document begun = acceptances.begin(enterprise, actor);
    for (JsonNode item : json.readTree(begun.body()).path("items")) {
      if (item.path("sense").asText().equals("manual")) {
        String answer = "{\"result\": \"ok\", \"text\": \"现场查看合格\"}";
        acceptances.answer(begun.id(), item.path("item").asText(), answer, actor);
      }
    }
  }

  /** Recordings of an hour each of both gates. */
  void videos(Videos videos) {
    List<LocalDate> days = calendar.days();
    for (int works = 0; works < province.works().size(); works++) {
      String enterprise = RegistryPart.code(province, works);
      List<String> entries = new ArrayList<>();
      for (LocalDate day : days.subList(days.size() - VIDEO_DAYS, days.size())) {
        for (int hour = 0; hour < 24; hour++) {
          OffsetDateTime from = day.atTime(hour, 0).atOffset(Calendar.ZONE);
          entries.add(entry(enterprise, "A01", from));
          entries.add(entry(enterprise, "A02", from));
        }
      }
      videos.putAll(entries, actor);
    }
  }

  private String entry(String enterprise, String barrier, OffsetDateTime from) {
    String camera = barrier + "-1";
    ObjectNode body = json.createObjectNode().put("enterprise", enterprise).put("camera", camera);
    body.put("barrier", barrier).put("from", Times.text(from));
    body.put("to", Times.text(from.plusHours(1)));
    String file = from.toString().substring(0, 13).replaceAll("[-T]", "");
    return body.put("address", "nvr/" + camera + "/" + file + ".mp4").toString();
  }
}
