package org.qingmen.engine.internal.life;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import org.qingmen.engine.internal.compile.CompiledPack;
import org.qingmen.engine.internal.pack.Lineage;
import org.qingmen.engine.internal.pack.PackFiles;
import org.qingmen.engine.internal.pack.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Compiles a pack of one rule and throws it away. The first compilation of a server takes seconds
 * longer than the others; the author who uploads the first pack should not pay for it.
 */
public final class WarmUp implements Runnable {

  private static final Logger LOG = LoggerFactory.getLogger(WarmUp.class);

  @Override
  public void run() {
    Thread thread = Thread.currentThread();
    int priority = thread.getPriority();
    thread.setPriority(Thread.MIN_PRIORITY);
    try {
      TreeMap<String, byte[]> files = new TreeMap<>();
      files.put("pack.yaml", resource("warm-up.yaml"));
      files.put("rules/warm-up.drl", resource("warm-up.drl"));
      Problems problems = new Problems();
      PackBuilder builder = new PackBuilder();
      Optional<CompiledPack> pack =
          builder
              .read(new PackFiles(files), problems)
              .flatMap(read -> builder.compile(Lineage.of(read), problems));
      pack.ifPresent(CompiledPack::close);
      LOG.debug("compiler is warm: {} {}", pack.isPresent(), problems.all());
    } finally {
      thread.setPriority(priority);
    }
  }

  private static byte[] resource(String name) {
    try (InputStream in = WarmUp.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
