--liquibase formatted sql

--changeset qingmen:findings-in-time
-- Findings, and verdicts other than allow, in the order in which pages show them. Filled again from the journal.
DROP TABLE finding;
CREATE TABLE finding (
  code_term INT NOT NULL,
  passed BIGINT NOT NULL,
  pos BIGINT NOT NULL,
  PRIMARY KEY (code_term, passed, pos)
) ${table.options};
UPDATE projection_state SET pos = -1 WHERE name = 'journal' AND pos > 0;
