package org.qingmen.supervision.response;

import java.time.Instant;

/**
 * One line of the ranking.
 *
 * @param id id of the evaluation
 * @param episode id of the episode
 * @param enterprise discharge-unit code
 * @param name name of the enterprise
 * @param division GB/T 2260 code
 * @param grade declared grade, may be null
 * @param verdict {@code met}, {@code partly}, {@code not-met} or {@code cannot-be-judged}
 * @param normalTrips trips per normal day
 * @param alertTrips trips per day of the alert
 * @param reduction share by which trips went down, null when there were none on normal days
 * @param forbidden forbidden trips
 * @param offlineHours hours that gates were offline, null when not known
 * @param nox nitrogen oxides avoided, kg, estimated
 * @param pm particles avoided, kg, estimated
 * @param verified whether every parameter that was read is verified
 * @param version version of the evaluation
 * @param at when it was made
 */
public record Summary(
    String id,
    String episode,
    String enterprise,
    String name,
    String division,
    String grade,
    String verdict,
    double normalTrips,
    double alertTrips,
    Double reduction,
    long forbidden,
    Double offlineHours,
    double nox,
    double pm,
    boolean verified,
    long version,
    Instant at) {}
