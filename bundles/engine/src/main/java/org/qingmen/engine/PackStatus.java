package org.qingmen.engine;

import java.time.Instant;
import java.util.List;
import org.qingmen.spi.pack.PackDescriptor;
import org.qingmen.spi.pack.PackProblem;
import org.qingmen.spi.pack.PackState;

/**
 * Where one content of a rule pack stands.
 *
 * @param id id; {@code unknown} when {@code pack.yaml} could not be read
 * @param version version; {@code unknown} when {@code pack.yaml} could not be read
 * @param hash lower-case hex SHA-256 of its content
 * @param state where it stands
 * @param descriptor what {@code pack.yaml} says; null when it could not be read
 * @param signedBy name of the trusted key, {@code distribution} for shipped packs, null when
 *     unsigned
 * @param origin where it came from
 * @param problems why it was refused or stopped
 * @param installedAt when it arrived
 * @param installedBy who brought it
 * @param activatedAt when it was last put into service, null when never
 * @param activatedBy who did
 */
public record PackStatus(
    String id,
    String version,
    String hash,
    PackState state,
    PackDescriptor descriptor,
    String signedBy,
    Origin origin,
    List<PackProblem> problems,
    Instant installedAt,
    String installedBy,
    Instant activatedAt,
    String activatedBy) {

  /** Stands for an id or version that could not be read. */
  public static final String UNKNOWN = "unknown";

  public PackStatus {
    problems = List.copyOf(problems);
  }

  /** Whether nobody signed it; shown everywhere. */
  public boolean unsigned() {
    return signedBy == null;
  }

  /** Where a pack came from. */
  public enum Origin {
    /** Part of the distribution. */
    SHIPPED,
    /** Uploaded by a person or program. */
    UPLOADED,
    /** Dropped into the deploy folder. */
    DROPPED
  }
}
