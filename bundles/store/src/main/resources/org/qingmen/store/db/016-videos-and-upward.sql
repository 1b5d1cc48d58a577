--liquibase formatted sql

--changeset qingmen:videos
-- Where the videos lie; the videos themselves stay with the enterprise. Times in milliseconds.
CREATE TABLE video (
  id VARCHAR(26) NOT NULL PRIMARY KEY,
  enterprise VARCHAR(50) NOT NULL,
  camera VARCHAR(64) NOT NULL,
  barrier VARCHAR(30),
  began BIGINT NOT NULL,
  ended BIGINT NOT NULL,
  address VARCHAR(1000) NOT NULL,
  hash VARCHAR(64),
  received BIGINT NOT NULL,
  source VARCHAR(100) NOT NULL
) ${table.options};
CREATE INDEX video_began ON video (enterprise, began, id);
CREATE INDEX video_ended ON video (ended);

--changeset qingmen:upward
-- What is to be reported upward: how far the journal was read for each target, and what became of each record.
CREATE TABLE upward_cursor (
  target VARCHAR(64) NOT NULL PRIMARY KEY,
  pos BIGINT NOT NULL
) ${table.options};
CREATE TABLE upward_item (
  target VARCHAR(64) NOT NULL,
  pos BIGINT NOT NULL,
  kind SMALLINT NOT NULL,
  enterprise VARCHAR(50) NOT NULL,
  day_no INT NOT NULL,
  state SMALLINT NOT NULL,
  attempts INT NOT NULL,
  receipt VARCHAR(100),
  reason VARCHAR(500),
  changed BIGINT NOT NULL,
  PRIMARY KEY (target, pos)
) ${table.options};
CREATE INDEX upward_waiting ON upward_item (target, state, pos);
CREATE INDEX upward_day ON upward_item (target, day_no, enterprise);
