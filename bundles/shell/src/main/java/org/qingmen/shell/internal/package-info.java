/**
 * The commands of the console ({@code qingmen:...}). Karaf makes them with an empty constructor and
 * fills their annotated fields, that is why they have fields where the rest of the house has
 * constructors; each only asks one service and prints what it answers.
 */
package org.qingmen.shell.internal;
