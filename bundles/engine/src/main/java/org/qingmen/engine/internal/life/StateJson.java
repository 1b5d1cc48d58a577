package org.qingmen.engine.internal.life;

import static org.qingmen.engine.internal.json.Nodes.list;
import static org.qingmen.engine.internal.json.Nodes.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.qingmen.engine.PackStatus;
import org.qingmen.engine.PackStatus.Origin;
import org.qingmen.engine.internal.json.CanonicalWriter;
import org.qingmen.model.Text;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.spi.pack.PackProblem;
import org.qingmen.spi.pack.PackState;

/** The state of all packs as JSON. */
final class StateJson {

  private static final ObjectMapper JSON = new ObjectMapper();

  private StateJson() {}

  static byte[] write(Collection<Entry> entries) {
    CanonicalWriter out = new CanonicalWriter(8192);
    out.open().key("packs").openArray();
    entries.forEach(entry -> write(out, entry));
    return out.closeArray().close().bytes();
  }

  private static void write(CanonicalWriter out, Entry entry) {
    PackStatus status = entry.status();
    out.open().member("activatedAt", status.activatedAt());
    out.member("activatedBy", status.activatedBy()).member("baseHash", entry.baseHash());
    out.member("hash", status.hash()).member("id", status.id());
    out.member("installedAt", status.installedAt()).member("installedBy", status.installedBy());
    out.member("origin", status.origin().name()).key("problems").openArray();
    for (PackProblem problem : status.problems()) {
      out.open().member("code", problem.code()).member("en", problem.message().en());
      out.member("file", problem.file()).member("line", problem.line());
      out.member("zh", problem.message().zh()).close();
    }
    out.closeArray().member("signedBy", status.signedBy()).member("state", status.state().name());
    out.member("turn", entry.turn()).member("version", status.version()).close();
  }

  /**
   * Reads a state.
   *
   * @param descriptors what the pack with a hash says of itself, null when it is not kept
   */
  static List<Entry> read(byte[] json, Function<String, PackDescriptor> descriptors)
      throws IOException {
    return list(JSON.readTree(json), "packs", item -> entry(item, descriptors));
  }

  private static Entry entry(JsonNode json, Function<String, PackDescriptor> descriptors) {
    PackStatus status =
        new PackStatus(
            text(json, "id"),
            text(json, "version"),
            text(json, "hash"),
            PackState.valueOf(text(json, "state")),
            descriptors.apply(text(json, "hash")),
            text(json, "signedBy"),
            Origin.valueOf(text(json, "origin")),
            list(json, "problems", StateJson::problem),
            instant(json, "installedAt"),
            text(json, "installedBy"),
            instant(json, "activatedAt"),
            text(json, "activatedBy"));
    return new Entry(status, text(json, "baseHash"), json.path("turn").asLong());
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
