package org.qingmen.security.internal;

import java.time.Duration;

/**
 * Settings, with what is unsafe refused.
 *
 * @param bcryptCost work factor of bcrypt, 4 to 16 (tests use the least)
 * @param tokenLife how long a token serves
 * @param failures failed sign-ins in a row after which one has to wait
 * @param firstDelay the first wait
 */
record SecuritySettings(int bcryptCost, Duration tokenLife, int failures, Duration firstDelay) {

  SecuritySettings {
    need(bcryptCost >= 4 && bcryptCost <= 16, "bcrypt.cost is 4 to 16", bcryptCost);
    need(!tokenLife.isNegative() && !tokenLife.isZero(), "token.hours is positive", tokenLife);
    need(failures >= 1, "login.failures is at least 1", failures);
    need(!firstDelay.isNegative(), "login.delay.seconds is not negative", firstDelay);
  }

  static SecuritySettings of(SecurityConfig config) {
    return new SecuritySettings(
        config.bcrypt_cost(),
        Duration.ofHours(config.token_hours()),
        config.login_failures(),
        Duration.ofSeconds(config.login_delay_seconds()));
  }

  private static void need(boolean right, String rule, Object found) {
    if (!right) {
      throw new IllegalArgumentException(SecurityConfig.PID + ": " + rule + ", found " + found);
    }
  }
}
