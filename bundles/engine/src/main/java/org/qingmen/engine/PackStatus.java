package org.qingmen.engine;

import java.time.Instant;
import java.time.LocalDate;
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
 * @param signers whose signatures it carries
 * @param origin where it came from
 * @param problems why it was refused or stopped
 * @param bases packs it was built on, the widest first; they stay the same until it is built again
 * @param olderBase whether a newer version of one of them serves by now
 * @param from first day on which it serves when that is later than its validity; else null
 * @param stopped rules of it that must not fire
 * @param history what happened to it, the oldest first; at least its arrival
 */
public record PackStatus(
    String id,
    String version,
    String hash,
    PackState state,
    PackDescriptor descriptor,
    Signers signers,
    Origin origin,
    List<PackProblem> problems,
    List<PackRef> bases,
    boolean olderBase,
    LocalDate from,
    List<StoppedRule> stopped,
    List<PackEvent> history) {

  /** Stands for an id or version that could not be read. */
  public static final String UNKNOWN = "unknown";

  public PackStatus {
    problems = List.copyOf(problems);
    bases = List.copyOf(bases);
    stopped = List.copyOf(stopped);
    history = List.copyOf(history);
  }

  /** Name of the trusted key, {@code distribution} for shipped packs, null when unsigned. */
  public String signedBy() {
    return signers.author();
  }

  /** Whether nobody signed it; shown everywhere. */
  public boolean unsigned() {
    return signers.author() == null;
  }

  /** When it arrived. */
  public Instant installedAt() {
    return history.get(0).at();
  }

  /** Who brought it. */
  public String installedBy() {
    return history.get(0).by();
  }

  /** When it was last put into service, null when never. */
  public Instant activatedAt() {
    PackEvent last = last(PackEvent.Act.ACTIVATED);
    return last == null ? null : last.at();
  }

  /** Who did, null when nobody. */
  public String activatedBy() {
    PackEvent last = last(PackEvent.Act.ACTIVATED);
    return last == null ? null : last.by();
  }

  private PackEvent last(PackEvent.Act act) {
    return history.stream().filter(event -> event.act() == act).reduce((a, b) -> b).orElse(null);
  }

  /**
   * Whose signatures a pack carries.
   *
   * @param author name of the key that signed it first; null when unsigned
   * @param approver name of the key of a second person; null without one
   */
  public record Signers(String author, String approver) {

    /** Nobody. */
    public static final Signers NONE = new Signers(null, null);

    /** Number of signatures. */
    public int count() {
      return (author == null ? 0 : 1) + (approver == null ? 0 : 1);
    }
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
