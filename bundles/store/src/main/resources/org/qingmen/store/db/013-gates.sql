--liquibase formatted sql

--changeset qingmen:gates
-- A gate's day: one bit per minute with a sign of life, one counter per hour of passages. All values are absolute,
-- so that the projector writes a row once per batch however much happened.
CREATE TABLE gate_day (
  enterprise INT NOT NULL,
  day_no INT NOT NULL,
  barrier VARCHAR(30) NOT NULL,
  minutes VARBINARY(180) NOT NULL,
  hours VARBINARY(96) NOT NULL,
  heartbeats BIGINT NOT NULL,
  passages BIGINT NOT NULL,
  late BIGINT NOT NULL,
  counted BIGINT NOT NULL,
  pictured BIGINT NOT NULL,
  raises BIGINT NOT NULL,
  PRIMARY KEY (enterprise, day_no, barrier)
) ${table.options};
CREATE INDEX gate_day_day ON gate_day (day_no);
CREATE TABLE gate_state (
  enterprise INT NOT NULL,
  barrier VARCHAR(30) NOT NULL,
  heartbeat BIGINT,
  passage BIGINT,
  skew BIGINT,
  faults VARCHAR(500) NOT NULL,
  PRIMARY KEY (enterprise, barrier)
) ${table.options};
-- Barriers raised by hand, faults and recoveries, one by one.
CREATE TABLE gate_event (
  pos BIGINT NOT NULL PRIMARY KEY,
  enterprise INT NOT NULL,
  barrier VARCHAR(30) NOT NULL,
  kind VARCHAR(20) NOT NULL,
  happened BIGINT NOT NULL,
  received BIGINT NOT NULL,
  operator VARCHAR(100),
  reason VARCHAR(500),
  code VARCHAR(100)
) ${table.options};
CREATE INDEX gate_event_time ON gate_event (enterprise, happened);
CREATE INDEX gate_event_kind ON gate_event (kind, pos);
-- Filled again from the journal, which holds all passages.
UPDATE projection_state SET pos = -1 WHERE name = 'journal' AND pos > 0;
