/**
 * Two packs beside each other: what differs between them, and what stored decisions would become.
 */
package org.qingmen.engine.internal.compare;
