/**
 * What the bureau puts into force: the violator list, control policies and alert episodes, and the
 * register they apply to. Documents are checked against their JSON Schemas ({@code
 * schemas/violator|policy|episode.schema.json}) and stored in the registry; what a gate's decision
 * needs is answered from memory through {@link org.qingmen.spi.intake.InForce}, {@link
 * org.qingmen.spi.intake.Enterprises} and {@link org.qingmen.spi.intake.KnownUnits}.
 *
 * <p>Services refuse by throwing {@link org.qingmen.spi.refusal.Refusal}. Who may touch what is
 * decided by the caller, at the door; every document carries the divisions for that.
 */
@Export
@Version("1.0.0")
package org.qingmen.supervision.control;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
