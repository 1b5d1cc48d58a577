/**
 * The fact API: everything a rule (DRL) may see. Rules match on the getters of these facts and
 * report through {@link org.qingmen.spi.facts.Outcome} or {@link org.qingmen.spi.facts.Tally}; they
 * see nothing else of the product.
 *
 * <p>Getters are JavaBean style on purpose, because that is how DRL patterns name fields.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.qingmen.spi.facts;
