package org.qingmen.bench.peer;

import java.time.Instant;
import org.qingmen.engine.Decision;
import org.qingmen.model.GatePassage;
import org.qingmen.spi.facts.Enterprise;

/**
 * A decided record on its way into the database.
 *
 * @param position number of the record, from 1 upward
 * @param raw as received
 * @param nonce the nonce its transaction uses up, null for none
 */
record Taken(
    long position,
    GatePassage passage,
    Enterprise enterprise,
    Decision decision,
    Instant received,
    byte[] raw,
    SignatureFilter.Caller nonce) {}
