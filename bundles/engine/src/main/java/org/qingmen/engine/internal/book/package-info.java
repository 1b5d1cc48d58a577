/** The printed rulebook of a pack. */
package org.qingmen.engine.internal.book;
