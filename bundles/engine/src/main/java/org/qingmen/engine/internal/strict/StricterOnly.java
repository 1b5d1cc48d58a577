package org.qingmen.engine.internal.strict;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.qingmen.engine.Decision;
import org.qingmen.engine.GradeDecision;
import org.qingmen.engine.internal.cases.CaseFacts;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.decide.OnePack;
import org.qingmen.engine.internal.pack.CaseText;
import org.qingmen.engine.internal.pack.Problems;
import org.qingmen.engine.internal.strict.Golden.Difference;
import org.qingmen.engine.internal.text.Messages;
import org.qingmen.model.Text;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.spi.pack.PackProblem;
import org.qingmen.spi.pack.Parameter;

/** Holds a pack that says {@code stricterOnly} against the one it extends. */
public final class StricterOnly {

  private final CompiledPack candidate;
  private final CompiledPack base;

  private StricterOnly(CompiledPack candidate, CompiledPack base) {
    this.candidate = candidate;
    this.base = base;
  }

  /**
   * Adds a problem when the candidate is laxer for any golden record, or when that cannot be said.
   *
   * @param base what it extends, compiled; null when it extends nothing
   */
  public static void check(CompiledPack candidate, CompiledPack base, Problems problems) {
    PackDescriptor pack = candidate.descriptor();
    boolean comparable =
        base != null
            && switch (pack.kind()) {
              case GRADING -> base.descriptor().grades().size() > 1;
              case GATE -> true;
              default -> false;
            };
    if (!comparable) {
      problems.add("pack.yaml", 0, "stricter-than-what", pack.id());
      return;
    }
    new StricterOnly(candidate, base)
        .laxer()
        .map(found -> problem(found, base))
        .ifPresent(problems::add);
  }

  private static PackProblem problem(Difference found, CompiledPack base) {
    Text record = found.record().sentence();
    String id = base.ref().id();
    Text zh = Messages.text("laxer", record.zh(), found.day(), id, found.base(), found.candidate());
    Text en = Messages.text("laxer", record.en(), found.day(), id, found.base(), found.candidate());
    return new PackProblem("pack.yaml", 0, "laxer", new Text(zh.zh(), en.en()));
  }

  private Optional<Difference> laxer() {
    return switch (candidate.descriptor().kind()) {
      case GATE -> cases().flatMap(record -> laxerAtTheGate(record).stream()).findFirst();
      default -> laxerGrade();
    };
  }

  private Optional<Difference> laxerAtTheGate(Golden record) {
    Decision ours = OnePack.decide(candidate, CaseFacts.passage(record.given())).decision();
    Decision theirs = OnePack.decide(base, CaseFacts.passage(record.given())).decision();
    return ours.verdict().compareTo(theirs.verdict()) < 0
        ? Optional.of(
            new Difference(
                record,
                CaseFacts.passage(record.given()).passage().record().time().toLocalDate(),
                theirs.verdict().code(),
                ours.verdict().code()))
        : Optional.empty();
  }

  private Optional<Difference> laxerGrade() {
    List<Parameter> parameters = new ArrayList<>(base.parameters().all());
    parameters.addAll(candidate.parameters().all());
    List<Golden> records =
        Stream.concat(cases(), new GoldenGrading().records(parameters).stream()).toList();
    for (LocalDate day : days(parameters)) {
      for (Golden record : records) {
        Optional<Difference> found = laxerGrade(record, day);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private Optional<Difference> laxerGrade(Golden record, LocalDate day) {
    ObjectNode given = record.given().deepCopy();
    given.put("from", day.toString()).put("to", day.toString());
    given.put("industry", industry()).put("division", candidate.descriptor().region().code());
    GradeDecision ours = OnePack.grade(candidate, CaseFacts.grading(given)).decision();
    GradeDecision theirs = OnePack.grade(base, CaseFacts.grading(given)).decision();
    return laxer(ours, theirs)
        ? Optional.of(new Difference(record, day, theirs.grade(), ours.grade()))
        : Optional.empty();
  }

  /** A grade that the base could not award because a threshold is unknown tells nothing. */
  private static boolean laxer(GradeDecision ours, GradeDecision theirs) {
    if (ours.grade() == null || theirs.grade() == null) {
      return false;
    }
    int mine = theirs.grades().indexOf(ours.grade());
    boolean unknown =
        theirs.indicators().stream()
            .flatMap(indicator -> indicator.requirements().stream())
            .anyMatch(need -> need.grade().equals(ours.grade()) && need.threshold() == null);
    return !unknown && mine < theirs.grades().indexOf(theirs.grade());
  }

  private String industry() {
    return Stream.of(candidate, base)
        .flatMap(pack -> pack.descriptor().industries().stream())
        .findFirst()
        .orElse("");
  }

  /** Days on which something begins to hold in either pack while both are valid. */
  private TreeSet<LocalDate> days(List<Parameter> parameters) {
    PackDescriptor mine = candidate.descriptor();
    LocalDate first =
        Stream.of(mine.validFrom(), base.descriptor().validFrom()).max(LocalDate::compareTo).get();
    TreeSet<LocalDate> days = new TreeSet<>();
    days.add(first);
    for (Parameter parameter : parameters) {
      days.add(parameter.from());
      if (parameter.to() != null) {
        days.add(parameter.to().plusDays(1));
      }
    }
    days.removeIf(day -> day.isBefore(first) || !mine.inForce(day));
    return days;
  }

  /** The cases of both packs: they were written on the boundaries. */
  private Stream<Golden> cases() {
    return Stream.concat(base.pack().cases().stream(), candidate.pack().cases().stream())
        .map(StricterOnly::golden);
  }

  private static Golden golden(CaseText text) {
    return new Golden(new Text(text.sentence(), text.sentence()), text.given());
  }
}
