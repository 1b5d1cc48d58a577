/**
 * Violation alarms (违规报警) from their raising to their closing, and who is told. Whoever notices
 * something raises it through {@link org.qingmen.spi.alarm.AlarmSink}; whether it is an alarm, how
 * grave, and until when somebody must have looked is said by the rule packs of kind {@code alarm}.
 *
 * <p>An alarm is a registry document of kind {@code alarm}, so that every step of its life is a
 * version with its author. While one with the same key is open, a repetition is counted in it.
 */
@Export
@Version("1.0.0")
package org.qingmen.supervision.alarms;

import org.osgi.annotation.bundle.Export;
import org.osgi.annotation.versioning.Version;
