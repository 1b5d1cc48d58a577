package org.qingmen.store;

import java.time.Instant;

/**
 * An entry of the video index: where the recording of one camera over one time lies.
 *
 * @param id 26 characters, made from enterprise, camera and begin; the same recording always has
 *     the same
 * @param enterprise discharge-unit code
 * @param camera number of the camera, as in the camera register
 * @param barrier barrier it looks at, null when it looks at none
 * @param from when the recording begins
 * @param to when it ends
 * @param address where it lies: an address or a file's path, 1 to 1000 characters
 * @param sha256 lower-case hex SHA-256 of the recording, null when unknown
 * @param received when the entry was received
 * @param source who sent the entry
 */
public record Video(
    String id,
    String enterprise,
    String camera,
    String barrier,
    Instant from,
    Instant to,
    String address,
    String sha256,
    Instant received,
    String source) {

  /** Whether another entry says the same of the same recording; who sent it when is no matter. */
  public boolean says(Video other) {
    return id.equals(other.id)
        && to.equals(other.to)
        && address.equals(other.address)
        && java.util.Objects.equals(barrier, other.barrier)
        && java.util.Objects.equals(sha256, other.sha256);
  }
}
