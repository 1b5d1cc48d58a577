package org.qingmen.spi.alarm;

import java.time.Instant;

/**
 * A message about an alarm.
 *
 * @param id its id; the same whenever it is tried again
 * @param rule id of the notification rule
 * @param event what happened: {@code raised}, {@code graver}, {@code escalated}, {@code overdue},
 *     {@code over}, {@code closed} or {@code test}
 * @param address where to: mail address, http address, telephone number
 * @param subject one line in the receiver's language
 * @param text some lines in the receiver's language
 * @param json the whole as UTF-8 JSON, for systems
 * @param at when it was written
 */
public record Notice(
    String id,
    String rule,
    String event,
    String address,
    String subject,
    String text,
    byte[] json,
    Instant at) {}
