/**
 * Plays gates, cameras and scales against a running server, from captured messages or by encoders
 * of its own, never through the product's decoders or code tables.
 */
package org.qingmen.simulate;
