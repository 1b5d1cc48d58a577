package org.qingmen.supervision.response;

/**
 * What is to be evaluated, and how.
 *
 * @param episode id of the episode
 * @param normalDays {@code all}, {@code sample}, or null for what the rules say
 * @param sampleSize days to draw, 3 to 5; null for what the rules say
 * @param seed seed of the draw, so that it can be repeated; null for a new one
 */
public record Question(String episode, String normalDays, Integer sampleSize, Long seed) {}
