package org.qingmen.store.internal.project;

/** What entries and exits are matched by: enterprise, plate and colour. */
record Movement(int enterprise, String plate, int colour) {}
