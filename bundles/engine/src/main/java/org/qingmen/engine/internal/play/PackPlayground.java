package org.qingmen.engine.internal.play;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.concurrent.TimeoutException;
import org.qingmen.engine.PackCoverage;
import org.qingmen.engine.PackException;
import org.qingmen.engine.Playground;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.cover.Coverage;
import org.qingmen.engine.internal.life.PackBuilder;
import org.qingmen.engine.internal.life.PackRegistry;
import org.qingmen.engine.internal.pack.PackFiles;
import org.qingmen.engine.internal.pack.Problems;
import org.qingmen.engine.internal.pack.YamlFile;
import org.qingmen.engine.internal.text.Messages;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.spi.pack.PackDescriptor.Kind;
import org.qingmen.spi.pack.PackProblem;

/** The playground of a server: compiles with a builder of its own that keeps nothing. */
public final class PackPlayground implements Playground, AutoCloseable {

  /** How long a question may take: a large pack compiles in some seconds on a busy machine. */
  public static final Duration PATIENCE = Duration.ofSeconds(45);

  private static final int AT_A_TIME = 2;

  private final PackRegistry registry;
  private final PackBuilder builder = new PackBuilder();
  private final Bench bench;
  private final Duration patience;

  /** A playground beside these packs. */
  public PackPlayground(PackRegistry registry, Duration patience) {
    this.registry = registry;
    this.patience = patience;
    this.bench = new Bench(AT_A_TIME, patience);
  }

  @Override
  public Answer ask(Question question) {
    try {
      return bench.within(() -> answer(question));
    } catch (TimeoutException e) {
      Problems problems = new Problems();
      problems.add(null, 0, "trial-too-long", patience.toSeconds());
      return new Answer(problems.all(), null, null, List.of(), null);
    }
  }

  @Override
  public SortedMap<String, String> files(String id, String version) {
    return registry.files(id, version).texts();
  }

  @Override
  public NewCase newCase(Question question, String sentence, String expect) {
    SortedMap<String, String> files = texts(question);
    Problems problems = new Problems();
    Kind kind = kind(PackFiles.typed(files, problems), problems);
    Optional<TrialFacts> facts =
        problems.none() ? facts(question, kind, problems) : Optional.empty();
    if (facts.isEmpty()) {
      throw noCase(problems.all());
    }
    JsonNode expected =
        expect == null || expect.isBlank()
            ? NewCases.expected(kind, decided(question))
            : yaml(expect);
    return NewCases.append(files, sentence, facts.get().given(), expected);
  }

  private JsonNode decided(Question question) {
    Answer answer = ask(question);
    if (answer.candidate() == null || answer.candidate().decision() == null) {
      throw noCase(answer.problems());
    }
    return Trial.read(answer.candidate().decision());
  }

  private static JsonNode yaml(String text) {
    Problems problems = new Problems();
    JsonNode read = YamlFile.read("expect", text, problems).root();
    if (!problems.none() || !read.isObject()) {
      throw noCase(problems.all());
    }
    return read;
  }

  private static PackException noCase(List<PackProblem> problems) {
    var why = problems.isEmpty() ? Messages.text("no-decision") : problems.get(0).message();
    return new PackException("no-case", Messages.text("no-case", why));
  }

  private SortedMap<String, String> texts(Question question) {
    return question.files() == null ? files(question.id(), question.version()) : question.files();
  }

  private Kind kind(PackFiles files, Problems problems) {
    Optional<PackDescriptor> descriptor = builder.descriptor(files);
    if (descriptor.isEmpty()) {
      builder.read(files, problems);
    }
    return descriptor.map(PackDescriptor::kind).orElse(null);
  }

  private static Optional<TrialFacts> facts(Question question, Kind kind, Problems problems) {
    return question.decision() == null
        ? TrialFacts.typed(kind, question.facts(), problems)
        : TrialFacts.stored(kind, question.decision(), problems);
  }

  private Answer answer(Question question) {
    Problems problems = new Problems();
    PackFiles files = PackFiles.typed(texts(question), problems);
    Kind kind = problems.none() ? kind(files, problems) : null;
    Optional<TrialFacts> facts = kind == null ? Optional.empty() : facts(question, kind, problems);
    Problems odd = new Problems();
    Optional<PackBuilder.Built> built =
        kind == null ? Optional.empty() : builder.tryOut(files, registry.bases(), odd);
    odd.all().forEach(problems::add);
    try {
      Side candidate = both(built.map(PackBuilder.Built::pack), facts).orElse(null);
      Side active = facts.isEmpty() ? null : active(files, facts).orElse(null);
      return new Answer(
          problems.all(),
          candidate,
          active,
          candidate == null || active == null ? List.of() : Trial.differences(active, candidate),
          built.map(PackPlayground::coverage).orElse(null));
    } finally {
      built.ifPresent(one -> one.pack().close());
    }
  }

  private static Optional<Side> both(Optional<CompiledPack> pack, Optional<TrialFacts> facts) {
    return pack.flatMap(one -> facts.map(given -> Trial.side(one, given)));
  }

  private Optional<Side> active(PackFiles files, Optional<TrialFacts> facts) {
    Optional<CompiledPack> serving =
        builder.descriptor(files).flatMap(one -> registry.enteredServing(one.id()));
    try {
      return both(serving, facts);
    } finally {
      serving.ifPresent(CompiledPack::leave);
    }
  }

  private static PackCoverage coverage(PackBuilder.Built built) {
    return Coverage.of(built.pack(), built.cases()::casesOf);
  }

  @Override
  public void close() {
    bench.close();
  }
}
