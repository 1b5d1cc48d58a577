--liquibase formatted sql

--changeset qingmen:areas
-- A province asked by day: summed without the enterprises, once per province and once per division, and per province
-- once more under each industry ('' stands for all of them). Whoever asks for days of a whole province would
-- otherwise read every enterprise's rows.
CREATE TABLE traffic_area_day (
  digits TINYINT NOT NULL,
  area VARCHAR(6) NOT NULL,
  industry VARCHAR(40) NOT NULL,
  day_no INT NOT NULL,
  stage CHAR(1) NOT NULL,
  fuel TINYINT NOT NULL,
  heavy TINYINT NOT NULL,
  nev TINYINT NOT NULL,
  usage_code TINYINT NOT NULL,
  direction TINYINT NOT NULL,
  verdict TINYINT NOT NULL,
  passages BIGINT NOT NULL,
  trips BIGINT NOT NULL,
  grams BIGINT NOT NULL,
  PRIMARY KEY (digits, area, industry, day_no, stage, fuel, heavy, nev, usage_code, direction, verdict)
) ${table.options};
-- Under which division and industries an enterprise's traffic is counted there; division NULL: not counted yet.
-- Stale: the registers may say otherwise by now; the projector looks and moves what it counted.
CREATE TABLE traffic_home (
  enterprise INT NOT NULL PRIMARY KEY,
  division VARCHAR(6),
  industries VARCHAR(500) NOT NULL,
  stale TINYINT NOT NULL
) ${table.options};
CREATE INDEX traffic_home_stale ON traffic_home (stale);
-- What was projected before is counted by the projector, one enterprise after the other.
INSERT INTO traffic_home (enterprise, division, industries, stale)
  SELECT DISTINCT enterprise, NULL, '', 1 FROM traffic_day;

--changeset qingmen:enterprise-days
-- One row per enterprise and day: whoever compares all enterprises across the border of two months asks for no more.
CREATE TABLE traffic_enterprise_day (
  day_no INT NOT NULL,
  enterprise INT NOT NULL,
  nev TINYINT NOT NULL,
  passages BIGINT NOT NULL,
  trips BIGINT NOT NULL,
  grams BIGINT NOT NULL,
  PRIMARY KEY (day_no, enterprise, nev)
) ${table.options};
INSERT INTO traffic_enterprise_day
  SELECT day_no, enterprise, nev, SUM(passages), SUM(trips), SUM(grams)
  FROM traffic_day GROUP BY day_no, enterprise, nev;
-- Clean shares of a province: days of all ledgers.
CREATE INDEX ledger_day_day ON ledger_day (day_no, enterprise, grams);
