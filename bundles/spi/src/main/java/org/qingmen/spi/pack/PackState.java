package org.qingmen.spi.pack;

/** Life of a version of a rule pack, in the order in which a good one lives. */
public enum PackState {
  /** Being written: kept as it is, its problems listed, never in service. */
  DRAFT,
  /** Refused; its problems say why. */
  REFUSED,
  /** Compiled and its cases passed; signatures that are demanded may be missing. */
  TESTED,
  /** Tested, and signed by everybody whose signature is demanded. */
  SIGNED,
  /** Runs beside the version in service and decides nothing. */
  SHADOW,
  /** In service. */
  ACTIVE,
  /** Was in service, a later version serves now. */
  SUPERSEDED,
  /** Taken out of service by a person. */
  RETIRED,
  /** Stopped because it misbehaved at run time. */
  QUARANTINED,
  /** Put away for good; kept so that its decisions can be replayed. */
  ARCHIVED
}
