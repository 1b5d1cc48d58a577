--liquibase formatted sql

--changeset qingmen:corrections
-- A corrected record moves here, so that whoever counts passages counts the one that stands. Filled from the journal.
CREATE TABLE passage_superseded (
  pos BIGINT NOT NULL PRIMARY KEY,
  receipt BINARY(17) NOT NULL,
  content BINARY(16) NOT NULL,
  enterprise INT NOT NULL,
  serial_no VARCHAR(50) NOT NULL,
  barrier VARCHAR(30) NOT NULL,
  passed BIGINT NOT NULL,
  zone SMALLINT NOT NULL,
  received BIGINT NOT NULL,
  direction TINYINT NOT NULL,
  plate VARCHAR(30),
  colour TINYINT NOT NULL,
  vin VARCHAR(32),
  stage CHAR(1) NOT NULL,
  fuel TINYINT NOT NULL,
  nev TINYINT NOT NULL,
  usage_code TINYINT NOT NULL,
  type_term INT NOT NULL,
  trailer_term INT NOT NULL,
  cargo_term INT NOT NULL,
  grams BIGINT,
  verdict TINYINT NOT NULL,
  findings VARCHAR(120),
  trip TINYINT NOT NULL,
  off_line TINYINT NOT NULL,
  superseded_by BIGINT NOT NULL,
  superseded_at BIGINT NOT NULL
) ${table.options};
CREATE UNIQUE INDEX passage_superseded_receipt ON passage_superseded (receipt);
CREATE INDEX passage_superseded_enterprise ON passage_superseded (enterprise, passed);
CREATE TABLE passage_correction (
  pos BIGINT NOT NULL PRIMARY KEY,
  receipt BINARY(17) NOT NULL,
  root BINARY(17) NOT NULL,
  corrects BINARY(17) NOT NULL,
  received BIGINT NOT NULL
) ${table.options};
CREATE UNIQUE INDEX passage_correction_receipt ON passage_correction (receipt);
CREATE INDEX passage_correction_root ON passage_correction (root);

--changeset qingmen:suspicions
-- What an enterprise must explain. Not emptied when the projection is: people decided here.
CREATE TABLE suspicion (
  id VARCHAR(80) NOT NULL PRIMARY KEY,
  enterprise VARCHAR(50) NOT NULL,
  division VARCHAR(6) NOT NULL,
  code VARCHAR(60) NOT NULL,
  severity VARCHAR(12) NOT NULL,
  merge_key VARCHAR(200) NOT NULL,
  state VARCHAR(12) NOT NULL,
  overdue BOOLEAN NOT NULL,
  opened BIGINT NOT NULL,
  deadline BIGINT NOT NULL,
  receipt VARCHAR(26) NOT NULL,
  records INT NOT NULL,
  latest BIGINT NOT NULL,
  steps INT NOT NULL,
  reply VARCHAR(12),
  body LONGTEXT NOT NULL
) ${table.options};
CREATE INDEX suspicion_merge ON suspicion (enterprise, merge_key, state);
CREATE INDEX suspicion_opened ON suspicion (opened, id);
CREATE INDEX suspicion_state ON suspicion (state, overdue, deadline);
CREATE TABLE suspicion_record (
  pos BIGINT NOT NULL,
  mark VARCHAR(80) NOT NULL,
  suspicion VARCHAR(80) NOT NULL,
  receipt VARCHAR(26) NOT NULL,
  passed BIGINT NOT NULL,
  PRIMARY KEY (pos, mark)
) ${table.options};
CREATE INDEX suspicion_record_item ON suspicion_record (suspicion, pos);
CREATE TABLE suspicion_step (
  suspicion VARCHAR(80) NOT NULL,
  number INT NOT NULL,
  happened BIGINT NOT NULL,
  actor VARCHAR(100) NOT NULL,
  action VARCHAR(20) NOT NULL,
  body LONGTEXT NOT NULL,
  PRIMARY KEY (suspicion, number)
) ${table.options};
-- What was found before this function was there is no task for anybody; a verification run finds it again.
INSERT INTO projection_state (name, pos) SELECT 'suspicion', GREATEST(pos, 0) FROM projection_state WHERE name = 'journal';
