package org.qingmen.store.internal.jpa;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Where a hash chain ends. */
@Entity(name = "ChainHead")
@Table(name = "chain_head")
public class ChainHead {

  @Id private String chain;
  private long number;
  private String hash;

  protected ChainHead() {}

  public long number() {
    return number;
  }

  public String hash() {
    return hash;
  }

  /** Moves on to the next row. */
  public void advance(long number, String hash) {
    this.number = number;
    this.hash = hash;
  }
}
