/**
 * Whether the cases of a pack would notice a wrong threshold or operator: each is changed by one
 * step, and at least one case must break.
 */
package org.qingmen.engine.internal.mutate;
