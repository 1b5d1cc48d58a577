package org.qingmen.it;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Gives tests one server that all test classes share, so that the container boots once:
 * {@code @ExtendWith(SharedServer.class)} and a parameter of type {@link ServerProcess}.
 *
 * <p>For tests that neither stop it nor depend on what others left in it. It runs in development
 * mode: unsigned rule packs are accepted.
 */
public final class SharedServer implements ParameterResolver {

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == ServerProcess.class;
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(SharedServer.class))
        .getOrComputeIfAbsent(Running.class, type -> new Running(), Running.class)
        .server();
  }

  /** Stops the server, and checks its log, after the last test. */
  private record Running(ServerProcess server) implements ExtensionContext.Store.CloseableResource {

    Running() {
      this(ServerProcess.create().with("QINGMEN_PACKS_UNSIGNED", "dev").start());
    }

    @Override
    public void close() {
      server.close();
    }
  }
}
