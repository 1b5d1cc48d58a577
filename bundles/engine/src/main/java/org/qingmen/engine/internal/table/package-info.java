/**
 * Decision tables: each row becomes the text of a rule, each limit in a cell a dated parameter, and
 * each line of the text knows its cell. What follows (parser, sandbox, analysis, mutation) is the
 * same as for rules that were written by hand.
 */
package org.qingmen.engine.internal.table;
