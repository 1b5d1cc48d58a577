package org.qingmen.store.internal.read;

/** Number, code and division of an enterprise. */
record EnterpriseEntry(int id, String code, String division) {}
