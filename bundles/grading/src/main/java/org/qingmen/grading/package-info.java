/**
 * The transport grade of an enterprise over a period: collects what it rests on from rollups,
 * ledgers and registries, asks the rules, and keeps the decision with its facts in the journal.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.qingmen.grading;
