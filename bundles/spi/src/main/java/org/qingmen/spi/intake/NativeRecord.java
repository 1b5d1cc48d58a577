package org.qingmen.spi.intake;

/**
 * A record in the native profile on its way into the platform.
 *
 * @param json the native record, UTF-8 JSON (see {@code passage.schema.json})
 * @param raw the message as the device sent it; the same bytes as {@code json} when it spoke native
 * @param source who sent it: {@code device:ID} for a registered device, {@code user:NAME} for a
 *     person or system with a token
 * @param enterprise the enterprise the source may report for; null when it may report for any
 *     within {@code division}
 * @param division GB/T 2260 prefix the source is bound to; empty for the whole country
 */
public record NativeRecord(
    byte[] json, byte[] raw, String source, String enterprise, String division) {}
