/**
 * What the text of a pack means without its compiled classes: conditions that can be asked one by
 * one, counted, changed by a step and tried on made-up facts. The compiled rules decide; this model
 * explains them, and tests hold the two against each other.
 */
package org.qingmen.engine.internal.analyse;
