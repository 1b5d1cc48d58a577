package org.qingmen.store.internal.read;

import org.qingmen.store.internal.project.Home;

/**
 * Number, code and division of an enterprise.
 *
 * @param home where its traffic is counted by area; null when it has none
 * @param settled whether it is counted there as the registers say
 */
record EnterpriseEntry(int id, String code, String division, Home home, boolean settled) {}
