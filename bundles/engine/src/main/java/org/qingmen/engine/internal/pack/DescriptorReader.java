package org.qingmen.engine.internal.pack;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.qingmen.model.Division;
import org.qingmen.model.Text;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.spi.pack.PackDescriptor.Kind;
import org.qingmen.spi.pack.PackDescriptor.Owner;

/** Turns a {@code pack.yaml} that fits its schema into a descriptor. */
final class DescriptorReader {

  private DescriptorReader() {}

  static Optional<PackDescriptor> read(YamlFile file, Problems problems) {
    LocalDate from = date(file, "validFrom", problems);
    LocalDate to = date(file, "validTo", problems);
    PackDescriptor descriptor = descriptor(file.root(), from, to);
    if (to != null && from != null && to.isBefore(from)) {
      problems.add(file.name(), file.line("/validTo"), "period", from, to);
    }
    if (descriptor.kind() == Kind.GRADING
        && !descriptor.industries().isEmpty()
        && descriptor.grades().size() < 2) {
      problems.add(file.name(), file.line("/grades"), "no-grades");
    }
    if (descriptor.id().equals(descriptor.base())) {
      problems.add(
          file.name(),
          file.line("/extends"),
          "base-circle",
          descriptor.id() + " -> " + descriptor.base());
    }
    return problems.none() ? Optional.of(descriptor) : Optional.empty();
  }

  private static PackDescriptor descriptor(JsonNode json, LocalDate from, LocalDate to) {
    return new PackDescriptor(
        json.get("id").asText(),
        json.get("version").asText(),
        Kind.valueOf(json.get("kind").asText().toUpperCase(Locale.ROOT)),
        new Text(json.at("/title/zh").asText(), json.at("/title/en").asText()),
        json.get("policy").asText(),
        new Division(json.get("region").asText()),
        texts(json.path("industries")),
        texts(json.path("branches")),
        from,
        to,
        json.hasNonNull("extends") ? json.get("extends").asText() : null,
        texts(json.path("grades")),
        json.path("stricterOnly").asBoolean(false),
        json.path("onRequest").asBoolean(false),
        texts(json.path("enterprises")),
        json.hasNonNull("serial") ? json.get("serial").asLong() : null,
        json.path("signatures").asInt(0),
        json.path("historic").asBoolean(false),
        new Owner(json.at("/owner/name").asText(), json.at("/owner/contact").asText()));
  }

  private static List<String> texts(JsonNode array) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.asText()));
    return texts;
  }

  private static LocalDate date(YamlFile file, String name, Problems problems) {
    JsonNode value = file.root().path(name);
    return Dates.read(value, file, "/" + name, problems);
  }

  /** Days of YAML files. */
  static final class Dates {

    private Dates() {}

    static LocalDate read(JsonNode value, YamlFile file, String pointer, Problems problems) {
      if (value.isMissingNode() || value.isNull()) {
        return null;
      }
      try {
        return LocalDate.parse(value.asText());
      } catch (DateTimeException e) {
        problems.add(file.name(), file.line(pointer), "no-such-day", value.asText());
        return null;
      }
    }
  }
}
