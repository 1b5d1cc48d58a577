package org.qingmen.api.internal.registries;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.qingmen.spi.trust.ServerSeal;

/**
 * Ids of vehicles for whoever may not see VINs. They are sealed: they say nothing of the vehicle,
 * and nobody can make one of a VIN that they guess.
 */
@Component(service = VehicleIds.class)
public final class VehicleIds {

  /** No VIN begins with it, and it needs no escape in an address. */
  private static final String MARK = "~";

  private static final String OWNER = "vehicle-id";

  private final ServerSeal seal;

  @Activate
  public VehicleIds(@Reference ServerSeal seal) {
    this.seal = seal;
  }

  /** An id of a vehicle; another one each time. */
  String of(String vin) {
    String sealed = seal.seal(vin.getBytes(StandardCharsets.UTF_8), OWNER);
    return MARK + sealed.replace('+', '-').replace('/', '_').replace("=", "");
  }

  /** The VIN that an address means: itself, or the one of an id; empty when the id is none. */
  Optional<String> vin(String asked) {
    if (!asked.startsWith(MARK)) {
      return Optional.of(asked);
    }
    String sealed = asked.substring(MARK.length()).replace('-', '+').replace('_', '/');
    try {
      return seal.open(sealed, OWNER).map(vin -> new String(vin, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      return Optional.empty(); // no base64
    }
  }
}
