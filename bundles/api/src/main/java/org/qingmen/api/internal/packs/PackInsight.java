package org.qingmen.api.internal.packs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.qingmen.api.internal.door.Json;
import org.qingmen.engine.OpenPack;
import org.qingmen.engine.PackNotice;
import org.qingmen.engine.PackStatus;
import org.qingmen.engine.RulePacks;

/** What looking into a pack shows. A content never changes, so each is looked into once. */
final class PackInsight {

  private final RulePacks packs;
  private final Map<String, List<PackNotice>> notices = new ConcurrentHashMap<>();

  PackInsight(RulePacks packs) {
    this.packs = packs;
  }

  /** Adds what the analysis finds odd. */
  void notices(ArrayNode array, PackStatus pack, Locale locale) {
    List<PackNotice> found =
        notices.computeIfAbsent(
            pack.hash(),
            hash -> packs.examine(pack.id(), pack.version(), OpenPack::notices).orElse(List.of()));
    for (PackNotice one : found) {
      array
          .addObject()
          .put("code", one.code())
          .put("about", one.about())
          .put("refuses", one.refuses())
          .put("file", one.file())
          .put("line", one.line())
          .put("message", one.message().in(locale))
          .put("example", one.example())
          .put("accepted", one.accepted());
    }
  }

  /** Coverage of rules and conditions by the cases. */
  ObjectNode coverage(PackStatus pack) {
    ObjectNode json = Json.object();
    packs
        .examine(pack.id(), pack.version(), OpenPack::coverage)
        .ifPresent(coverage -> CoverageJson.write(json, coverage));
    return json;
  }
}
