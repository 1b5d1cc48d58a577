/** Suspicious information, corrections, verification of past periods, and an enterprise's day. */
package org.qingmen.api.internal.suspicion;
