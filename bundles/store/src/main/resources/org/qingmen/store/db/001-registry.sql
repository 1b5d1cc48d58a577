--liquibase formatted sql

--changeset qingmen:registry
-- Versioned documents: a change is a new row. latest marks the present one, so that lists need no grouping.
CREATE TABLE registry_document (
  kind VARCHAR(32) NOT NULL,
  doc_id VARCHAR(160) NOT NULL,
  version BIGINT NOT NULL,
  enterprise VARCHAR(50),
  division VARCHAR(6),
  body LONGTEXT NOT NULL,
  author VARCHAR(100) NOT NULL,
  written BIGINT NOT NULL,
  deleted BOOLEAN NOT NULL,
  latest BOOLEAN NOT NULL,
  PRIMARY KEY (kind, doc_id, version)
) ${table.options};
CREATE INDEX registry_latest ON registry_document (kind, latest, doc_id);
CREATE INDEX registry_enterprise ON registry_document (enterprise, kind);

--changeset qingmen:audit
CREATE TABLE audit_entry (
  number BIGINT NOT NULL PRIMARY KEY,
  happened BIGINT NOT NULL,
  actor VARCHAR(100) NOT NULL,
  action VARCHAR(100) NOT NULL,
  target VARCHAR(250) NOT NULL,
  detail LONGTEXT,
  hash VARCHAR(64) NOT NULL
) ${table.options};

--changeset qingmen:chains
-- The head of each hash chain: a missing tail is seen, and appends queue up behind its lock.
CREATE TABLE chain_head (
  chain VARCHAR(64) NOT NULL PRIMARY KEY,
  number BIGINT NOT NULL,
  hash VARCHAR(64) NOT NULL
) ${table.options};
INSERT INTO chain_head (chain, number, hash) VALUES ('audit', 0, '');
