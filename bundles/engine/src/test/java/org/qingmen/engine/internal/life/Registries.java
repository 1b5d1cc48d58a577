package org.qingmen.engine.internal.life;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Set;
import org.qingmen.engine.SignatureAlgorithm;
import org.qingmen.engine.internal.pack.TrustedKeys;

/** Makes registries for tests. */
public final class Registries {

  private Registries() {}

  /** A registry on a data directory, started; opened for decisions. */
  public static PackRegistry open(Path data, boolean unsignedAccepted) {
    return open(data, unsignedAccepted, false);
  }

  /** The same, where whoever brought a pack may not be the one to put it into service. */
  public static PackRegistry open(Path data, boolean unsignedAccepted, boolean secondPerson) {
    return open(data, unsignedAccepted, secondPerson, Set.of(SignatureAlgorithm.ED25519));
  }

  /** The same, where packs may be signed in these ways. */
  public static PackRegistry open(
      Path data,
      boolean unsignedAccepted,
      boolean secondPerson,
      Set<SignatureAlgorithm> algorithms) {
    Path packs = data.resolve("packs");
    PackRegistry registry =
        new PackRegistry(
            new FilePackStore(packs),
            new PackBuilder(new FileCompiledStore(packs.resolve("compiled"))),
            new TrustedKeys(data.resolve("trust"), unsignedAccepted ? 0 : 1, algorithms),
            secondPerson,
            Clock.systemUTC());
    try {
      registry.start();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    registry.open();
    return registry;
  }
}
