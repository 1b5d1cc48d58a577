package org.qingmen.engine.internal.analyse;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.pack.Place;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.spi.pack.Parameter;

/** Parameters that nobody reads, and those that are missing where a rule reads them. */
final class ParameterDates {

  /** Says in which document the grades of a pack are written; people read it, no rule does. */
  private static final String WHERE_GRADES_COME_FROM = "grade-scheme";

  private final CompiledPack pack;
  private final ParameterLines lines;
  private final Notices notices;

  ParameterDates(CompiledPack pack, ParameterLines lines, Notices notices) {
    this.pack = pack;
    this.lines = lines;
    this.notices = notices;
  }

  void check(ParameterUse use) {
    for (Parameter parameter : pack.parameters().all()) {
      boolean own =
          lines.of(parameter).isPresent()
              && parameter.grade() == null
              && !parameter.name().equals(WHERE_GRADES_COME_FROM);
      if (own && !use.reads(parameter.name())) {
        Place place = lines.of(parameter).orElseThrow();
        notices.notice("parameter-unread", parameter.name(), place, null, parameter.name());
      }
    }
    for (ParameterUse.Read read : use.reads()) {
      if (read.whole() && !read.guarded()) {
        missing(read);
      }
    }
  }

  private void missing(ParameterUse.Read read) {
    List<Parameter> series =
        pack.parameters().all().stream()
            .filter(one -> one.name().equals(read.name()) && one.value() != null)
            .toList();
    String rule = read.rule().meta().name();
    Place place = read.rule().meta().place();
    if (series.isEmpty()) {
      notices.problem("parameter-unknown", read.name(), place, null, rule, read.name());
      return;
    }
    firstDayWithout(series)
        .ifPresent(
            day ->
                notices.notice(
                    "parameter-undated",
                    read.name(),
                    place,
                    "{\"day\": \"" + day + "\"}",
                    rule,
                    read.name(),
                    day.toString()));
  }

  /** The first day on which the pack is valid and the parameter has no value. */
  private Optional<LocalDate> firstDayWithout(List<Parameter> series) {
    PackDescriptor descriptor = pack.descriptor();
    LocalDate day = descriptor.validFrom();
    while (descriptor.validTo() == null || !day.isAfter(descriptor.validTo())) {
      LocalDate at = day;
      Optional<Parameter> holding = series.stream().filter(one -> one.holds(at)).findFirst();
      if (holding.isEmpty()) {
        return Optional.of(day);
      }
      if (holding.get().to() == null) {
        return Optional.empty();
      }
      day = holding.get().to().plusDays(1);
    }
    return Optional.empty();
  }
}
