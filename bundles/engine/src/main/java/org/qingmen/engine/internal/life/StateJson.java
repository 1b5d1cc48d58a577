package org.qingmen.engine.internal.life;

import static org.qingmen.engine.internal.json.Nodes.list;
import static org.qingmen.engine.internal.json.Nodes.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.qingmen.engine.PackEvent;
import org.qingmen.engine.PackRef;
import org.qingmen.engine.PackStatus.Origin;
import org.qingmen.engine.PackStatus.Signers;
import org.qingmen.engine.StoppedRule;
import org.qingmen.engine.internal.json.CanonicalWriter;
import org.qingmen.model.Text;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.spi.pack.PackProblem;
import org.qingmen.spi.pack.PackState;

/** The state of all packs as JSON. */
final class StateJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private final Function<String, PackDescriptor> descriptors;

  private StateJson(Function<String, PackDescriptor> descriptors) {
    this.descriptors = descriptors;
  }

  static byte[] write(Collection<Entry> entries) {
    CanonicalWriter out = new CanonicalWriter(8192);
    out.open().key("packs").openArray();
    entries.forEach(entry -> write(out, entry));
    return out.closeArray().close().bytes();
  }

  private static void write(CanonicalWriter out, Entry entry) {
    Standing standing = entry.standing();
    out.open().member("approvedBy", standing.signers().approver()).key("bases").openArray();
    standing.bases().forEach(base -> ref(out.open(), base).close());
    out.closeArray().member("from", standing.from());
    out.member("hash", entry.hash()).key("history").openArray();
    for (PackEvent event : entry.history()) {
      out.open().member("act", event.act().name()).member("at", event.at());
      out.member("by", event.by()).member("detail", event.detail());
      out.member("reason", event.reason()).member("state", event.state().name()).close();
    }
    out.closeArray().member("id", entry.id());
    out.member("origin", entry.origin().name()).key("problems").openArray();
    for (PackProblem problem : standing.problems()) {
      out.open().member("code", problem.code()).member("en", problem.message().en());
      out.member("file", problem.file()).member("line", problem.line());
      out.member("zh", problem.message().zh()).close();
    }
    out.closeArray().member("signedBy", standing.signers().author());
    out.member("state", standing.state().name()).key("stopped").openArray();
    for (StoppedRule rule : standing.stopped()) {
      out.open().member("at", rule.at()).member("by", rule.by()).member("code", rule.code());
      out.member("key", rule.key()).member("name", rule.name());
      out.member("reason", rule.reason()).close();
    }
    out.closeArray().member("turn", standing.turn()).member("version", entry.version()).close();
  }

  private static CanonicalWriter ref(CanonicalWriter out, PackRef ref) {
    return out.member("hash", ref.hash()).member("id", ref.id()).member("version", ref.version());
  }

  /**
   * Reads a state.
   *
   * @param descriptors what the pack with a hash says of itself, null when it is not kept
   */
  static List<Entry> read(byte[] json, Function<String, PackDescriptor> descriptors)
      throws IOException {
    return list(JSON.readTree(json), "packs", new StateJson(descriptors)::entry);
  }

  private Entry entry(JsonNode json) {
    Standing standing =
        new Standing(
            PackState.valueOf(text(json, "state")),
            new Signers(text(json, "signedBy"), text(json, "approvedBy")),
            list(json, "problems", StateJson::problem),
            bases(json),
            json.path("turn").asLong(),
            json.hasNonNull("from") ? LocalDate.parse(text(json, "from")) : null,
            list(json, "stopped", StateJson::stopped));
    return new Entry(
        ref(json),
        descriptors.apply(text(json, "hash")),
        Origin.valueOf(text(json, "origin")),
        standing,
        history(json));
  }

  private static PackRef ref(JsonNode json) {
    return new PackRef(text(json, "id"), text(json, "version"), text(json, "hash"));
  }

  /** States of earlier servers knew one base, by its hash only. */
  private List<PackRef> bases(JsonNode json) {
    String before = text(json, "baseHash");
    if (before == null) {
      return list(json, "bases", StateJson::ref);
    }
    PackDescriptor base = descriptors.apply(before);
    String id = base == null ? "?" : base.id();
    return List.of(new PackRef(id, base == null ? "?" : base.version(), before));
  }

  /** States of earlier servers knew arrival and last activation only. */
  private static List<PackEvent> history(JsonNode json) {
    if (json.has("history")) {
      return list(json, "history", StateJson::event);
    }
    List<PackEvent> known = new ArrayList<>();
    known.add(
        new PackEvent(
            instant(json, "installedAt"),
            text(json, "installedBy"),
            PackEvent.Act.INSTALLED,
            PackState.TESTED,
            null,
            null));
    if (json.hasNonNull("activatedAt")) {
      known.add(
          new PackEvent(
              instant(json, "activatedAt"),
              text(json, "activatedBy"),
              PackEvent.Act.ACTIVATED,
              PackState.ACTIVE,
              null,
              null));
    }
    return known;
  }

  private static PackEvent event(JsonNode json) {
    return new PackEvent(
        instant(json, "at"),
        text(json, "by"),
        PackEvent.Act.valueOf(text(json, "act")),
        PackState.valueOf(text(json, "state")),
        text(json, "reason"),
        text(json, "detail"));
  }

  private static StoppedRule stopped(JsonNode json) {
    return new StoppedRule(
        text(json, "key"),
        text(json, "name"),
        text(json, "code"),
        instant(json, "at"),
        text(json, "by"),
        text(json, "reason"));
  }

  private static PackProblem problem(JsonNode json) {
    return new PackProblem(
        text(json, "file"),
        json.path("line").asInt(),
        text(json, "code"),
        new Text(text(json, "zh"), text(json, "en")));
  }

  private static Instant instant(JsonNode json, String name) {
    return json.hasNonNull(name) ? Instant.parse(json.get(name).asText()) : null;
  }
}
