package org.qingmen.engine;

/**
 * A rule pack named for ever.
 *
 * @param id id, such as {@code cn.gate}
 * @param version version
 * @param hash lower-case hex SHA-256 of its content
 */
public record PackRef(String id, String version, String hash) {}
