package org.qingmen.api.internal.packs;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.qingmen.api.internal.door.Problems;
import org.qingmen.engine.PackContent;
import org.qingmen.engine.PackContent.ParameterOrigin;
import org.qingmen.engine.PackContent.Replaced;
import org.qingmen.engine.PackEvent;
import org.qingmen.engine.PackRef;
import org.qingmen.engine.PackStatus;
import org.qingmen.engine.StoppedRule;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.spi.pack.PackProblem;
import org.qingmen.spi.pack.Parameter;
import org.qingmen.spi.refusal.Refusal;

/** Rule packs as JSON. */
final class PackJson {

  private PackJson() {}

  static void write(ObjectNode json, PackStatus pack, Locale locale) {
    json.put("id", pack.id());
    json.put("version", pack.version());
    json.put("hash", pack.hash());
    json.put("state", pack.state().name().toLowerCase(Locale.ROOT));
    json.put("origin", pack.origin().name().toLowerCase(Locale.ROOT));
    json.put("signedBy", pack.signedBy());
    json.put("approvedBy", pack.signers().approver());
    json.put("unsigned", pack.unsigned());
    json.put("installedAt", String.valueOf(pack.installedAt()));
    json.put("installedBy", pack.installedBy());
    json.put("activatedAt", pack.activatedAt() == null ? null : pack.activatedAt().toString());
    json.put("activatedBy", pack.activatedBy());
    json.put("from", pack.from() == null ? null : pack.from().toString());
    ArrayNode bases = json.putArray("bases");
    pack.bases().forEach(base -> ref(bases.addObject(), base));
    json.put("olderBase", pack.olderBase());
    ArrayNode stopped = json.putArray("stopped");
    for (StoppedRule rule : pack.stopped()) {
      stopped
          .addObject()
          .put("rule", rule.name())
          .put("code", rule.code())
          .put("at", rule.at().toString())
          .put("by", rule.by())
          .put("reason", rule.reason());
    }
    if (pack.descriptor() != null) {
      descriptor(json, pack.descriptor());
    }
    errors(json.putArray("errors"), pack.problems(), locale);
  }

  /** Adds the members of a problem to a refused pack, so that both kinds of readers are served. */
  static void problem(ObjectNode json, PackStatus pack, Locale locale) {
    Refusal refusal = Problems.refusal(Refusal.Kind.INVALID, "pack-refused");
    json.put("code", refusal.code());
    json.put("status", 422);
    json.put("title", refusal.what().in(locale));
    json.put("detail", refusal.why().in(locale));
    json.put("fix", refusal.fix().in(locale));
  }

  private static void descriptor(ObjectNode json, PackDescriptor descriptor) {
    json.put("kind", descriptor.kind().name().toLowerCase(Locale.ROOT));
    json.putObject("title").put("zh", descriptor.title().zh()).put("en", descriptor.title().en());
    json.put("policy", descriptor.policy());
    json.put("region", descriptor.region().code());
    strings(json.putArray("industries"), descriptor.industries());
    json.put("validFrom", descriptor.validFrom().toString());
    json.put("validTo", descriptor.validTo() == null ? null : descriptor.validTo().toString());
    json.put("extends", descriptor.base());
    strings(json.putArray("grades"), descriptor.grades());
    strings(json.putArray("enterprises"), descriptor.enterprises());
    json.put("serial", descriptor.serial());
    json.put("signatures", descriptor.signatures());
  }

  static void content(ObjectNode json, PackContent content, Locale locale) {
    strings(json.putArray("files"), content.files());
    ArrayNode rules = json.putArray("rules");
    content
        .rules()
        .forEach(
            rule ->
                rules
                    .addObject()
                    .put("name", rule.name())
                    .put("code", rule.code())
                    .put("clause", rule.clause())
                    .put("message", rule.message().in(locale))
                    .put("pack", rule.pack())
                    .put("file", rule.file())
                    .put("line", rule.line())
                    .put("version", rule.version())
                    .put("replaces", rule.replaces() == null ? null : rule.replaces().id()));
    ArrayNode parameters = json.putArray("parameters");
    content.origins().forEach(origin -> origin(parameters.addObject(), origin));
    ArrayNode hidden = json.putArray("hidden");
    content.hidden().forEach(origin -> origin(hidden.addObject(), origin));
  }

  private static void origin(ObjectNode json, ParameterOrigin origin) {
    parameter(json, origin.parameter());
    ref(json.putObject("pack"), origin.pack());
    ArrayNode replaces = json.putArray("replaces");
    for (Replaced wider : origin.replaces()) {
      ObjectNode one = replaces.addObject();
      parameter(one, wider.parameter());
      ref(one.putObject("pack"), wider.pack());
    }
  }

  private static void ref(ObjectNode json, PackRef ref) {
    json.put("id", ref.id()).put("version", ref.version()).put("hash", ref.hash());
  }

  /** What happened to a version, the oldest first. */
  static void history(ArrayNode items, PackStatus pack) {
    for (PackEvent event : pack.history()) {
      items
          .addObject()
          .put("at", event.at().toString())
          .put("by", event.by())
          .put("act", event.act().code())
          .put("state", event.state().name().toLowerCase(Locale.ROOT))
          .put("reason", event.reason())
          .put("detail", event.detail());
    }
  }

  static void row(ObjectNode json, PackContent.MatrixRow row) {
    json.put("clause", row.clause()).put("rule", row.rule()).put("code", row.code());
    json.put("verified", row.verified());
    strings(json.putArray("cases"), row.cases());
  }

  private static void parameter(ObjectNode json, Parameter parameter) {
    json.put("name", parameter.name());
    json.put("grade", parameter.grade());
    json.put("operator", parameter.operator());
    json.putPOJO("value", parameter.value());
    json.put("unit", parameter.unit());
    json.put("from", parameter.from().toString());
    json.put("to", parameter.to() == null ? null : parameter.to().toString());
    json.put("clause", parameter.clause());
    json.put("source", parameter.source());
    json.put("verified", parameter.verified());
  }

  private static void errors(ArrayNode array, List<PackProblem> problems, Locale locale) {
    for (PackProblem problem : problems) {
      ObjectNode error = array.addObject();
      error.put("file", problem.file());
      error.put("line", problem.line());
      error.put("code", problem.code());
      error.put("message", problem.message().in(locale));
    }
  }

  private static void strings(ArrayNode array, List<String> texts) {
    texts.forEach(array::add);
  }
}
