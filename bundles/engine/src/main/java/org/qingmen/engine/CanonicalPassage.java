package org.qingmen.engine;

import org.qingmen.engine.internal.json.Hashes;
import org.qingmen.model.GatePassage;

/**
 * A record's canonical JSON with its hash, written once for all who need it: the duplicate check
 * before a decision and the decision's document.
 */
public final class CanonicalPassage {

  private final GatePassage passage;
  private final byte[] json;
  private final String hash;

  private CanonicalPassage(GatePassage passage) {
    this.passage = passage;
    this.json = NativePassages.canonical(passage);
    this.hash = Hashes.sha256(json);
  }

  /** Writes a record. */
  public static CanonicalPassage of(GatePassage passage) {
    return new CanonicalPassage(passage);
  }

  /** The record it was written of. */
  public GatePassage passage() {
    return passage;
  }

  /** Lower-case hex SHA-256, the content hash of the decision document. */
  public String hash() {
    return hash;
  }

  /** Canonical UTF-8 JSON; a copy is not made, do not change it. */
  public byte[] json() {
    return json;
  }
}
