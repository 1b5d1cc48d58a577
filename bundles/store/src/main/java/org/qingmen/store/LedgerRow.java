package org.qingmen.store;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A row of a ledger.
 *
 * @param position position of its journal entry
 * @param ledger {@code dedicated-line}, {@code weigh-ticket} or {@code materials}
 * @param enterprise discharge-unit code
 * @param serial serial number, unique within enterprise and ledger
 * @param day day it belongs to
 * @param received when the server received it
 * @param body the row as reported, JSON
 * @param sequence number in the enterprise's chain, from 1
 * @param hash SHA-256 over the hash before and this row, lower-case hex
 */
public record LedgerRow(
    long position,
    String ledger,
    String enterprise,
    String serial,
    LocalDate day,
    Instant received,
    String body,
    long sequence,
    String hash) {}
