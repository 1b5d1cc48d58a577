package org.qingmen.grading;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Which grade is asked for.
 *
 * @param enterprise discharge-unit code
 * @param from first day of the period
 * @param to last day, included; the packs in force on it decide
 * @param policy document to grade by; null takes the newest one in force
 * @param asOf only what was received until then; null for everything
 */
public record GradeQuestion(
    String enterprise, LocalDate from, LocalDate to, String policy, Instant asOf) {}
