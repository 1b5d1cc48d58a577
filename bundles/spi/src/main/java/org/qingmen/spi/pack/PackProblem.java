package org.qingmen.spi.pack;

import org.qingmen.model.Text;

/**
 * Why a pack was refused.
 *
 * @param file file within the pack, may be null
 * @param line line, 0 when it has none
 * @param code code of the error
 * @param message what is wrong and how to mend it
 */
public record PackProblem(String file, int line, String code, Text message) {}
