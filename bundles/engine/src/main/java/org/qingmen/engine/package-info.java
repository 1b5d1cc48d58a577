/**
 * What the other rooms ask of the rules: {@link org.qingmen.engine.Decider} decides passages and
 * grades and replays stored decisions, {@link org.qingmen.engine.RulePacks} is the life of rule
 * packs; {@code RulesWorkbench} is the entrance without a container.
 *
 * <p>Nothing of the rule engine's library shows in these types.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.qingmen.engine;
