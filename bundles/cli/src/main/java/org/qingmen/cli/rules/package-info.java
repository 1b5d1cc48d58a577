/** {@code rules}: rule packs from the first line to a running server. */
package org.qingmen.cli.rules;
