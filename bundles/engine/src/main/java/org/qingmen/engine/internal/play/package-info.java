/** Trying rules out that nobody has installed. */
package org.qingmen.engine.internal.play;
