/**
 * {@code connector new, test, explain}: adapters without a server. Works on captured messages with
 * the codecs themselves; nothing here is exported.
 */
package org.qingmen.cli.connector;
