package org.qingmen.engine.internal.pack;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One case of a pack.
 *
 * @param sentence the case as a sentence
 * @param given what is given
 * @param expect what is expected
 * @param file file it is written in
 * @param line line of the sentence
 */
public record CaseText(String sentence, JsonNode given, JsonNode expect, String file, int line) {}
