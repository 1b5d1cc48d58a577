package org.qingmen.supervision.response;

/**
 * A line of the ranking and its place.
 *
 * @param rank place among all enterprises of the episode, from 1; the same for every reader
 * @param line the line
 */
public record Ranked(int rank, Summary line) {}
