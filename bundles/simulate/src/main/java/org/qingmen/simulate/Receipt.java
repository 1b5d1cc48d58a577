package org.qingmen.simulate;

/**
 * What the server acknowledged.
 *
 * @param line one JSON object for the ledger
 * @param key what must be equal when the same message is sent again, such as the receipt
 * @param records records it stands for
 */
record Receipt(String line, String key, int records) {}
