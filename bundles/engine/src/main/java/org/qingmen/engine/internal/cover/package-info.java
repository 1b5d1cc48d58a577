/** What cases show: coverage of rules and conditions, and why a rule fired or did not. */
package org.qingmen.engine.internal.cover;
