/**
 * What is measured: the product from its archive, its peer, and the database, each a real process.
 */
package org.qingmen.bench.server;
