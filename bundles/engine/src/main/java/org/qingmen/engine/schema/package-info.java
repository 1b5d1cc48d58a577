/** What JSON Schemas find wrong, said in plain words; one wording for every door. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("1.0.0")
package org.qingmen.engine.schema;
