package org.qingmen.security.internal;

import java.nio.file.Path;
import java.util.Optional;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.qingmen.spi.trust.ServerSeal;

/** The server's seal and signature, by its keys in the data folder. */
@Component
public final class SealService implements ServerSeal {

  private final ServerKey key;
  private final SigningKey signing;

  /** Wired by the container. */
  @Activate
  public SealService(BundleContext bundles) {
    this(DataFiles.directory(bundles));
  }

  SealService(Path dataDirectory) {
    key = ServerKey.of(dataDirectory);
    signing = SigningKey.of(dataDirectory);
  }

  @Override
  public String seal(byte[] secret, String owner) {
    return key.seal(secret, owner);
  }

  @Override
  public Optional<byte[]> open(String seal, String owner) {
    return key.open(seal, owner);
  }

  @Override
  public String sign(byte[] content) {
    return signing.sign(content);
  }

  @Override
  public boolean signed(byte[] content, String signature) {
    return signing.signed(content, signature);
  }

  @Override
  public String publicKey() {
    return signing.publicKey();
  }
}
