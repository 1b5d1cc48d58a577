--liquibase formatted sql

--changeset qingmen:dictionaries
-- Long names once, numbers in the rows that come by the million.
CREATE TABLE enterprise (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  code VARCHAR(50) NOT NULL,
  division VARCHAR(6) NOT NULL
) ${table.options};
CREATE UNIQUE INDEX enterprise_code ON enterprise (code);
CREATE TABLE term (
  id INT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  name VARCHAR(100) NOT NULL
) ${table.options};
CREATE UNIQUE INDEX term_name ON term (name);

--changeset qingmen:passage
-- Times are milliseconds since 1970, masses grams (whole numbers add up exactly), codes those of Codes.java.
CREATE TABLE passage (
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
  off_line TINYINT NOT NULL
) ${table.options};
CREATE UNIQUE INDEX passage_receipt ON passage (receipt);
CREATE INDEX passage_enterprise ON passage (enterprise, passed);
CREATE INDEX passage_plate ON passage (plate, enterprise, colour, direction, passed);
CREATE INDEX passage_vin ON passage (vin);
CREATE INDEX passage_passed ON passage (passed);
CREATE TABLE finding (
  code_term INT NOT NULL,
  pos BIGINT NOT NULL,
  PRIMARY KEY (code_term, pos)
) ${table.options};

--changeset qingmen:rollups
CREATE TABLE traffic_day (
  enterprise INT NOT NULL,
  day_no INT NOT NULL,
  stage CHAR(1) NOT NULL,
  fuel TINYINT NOT NULL,
  nev TINYINT NOT NULL,
  type_term INT NOT NULL,
  trailer_term INT NOT NULL,
  usage_code TINYINT NOT NULL,
  cargo_term INT NOT NULL,
  direction TINYINT NOT NULL,
  verdict TINYINT NOT NULL,
  passages BIGINT NOT NULL,
  trips BIGINT NOT NULL,
  grams BIGINT NOT NULL,
  PRIMARY KEY (enterprise, day_no, stage, fuel, nev, type_term, trailer_term, usage_code, cargo_term, direction, verdict)
) ${table.options};
-- Coarser, so that a month of a whole province is a matter of thousands of rows.
CREATE TABLE traffic_month (
  month_no INT NOT NULL,
  enterprise INT NOT NULL,
  stage CHAR(1) NOT NULL,
  fuel TINYINT NOT NULL,
  direction TINYINT NOT NULL,
  verdict TINYINT NOT NULL,
  passages BIGINT NOT NULL,
  trips BIGINT NOT NULL,
  grams BIGINT NOT NULL,
  PRIMARY KEY (month_no, enterprise, stage, fuel, direction, verdict)
) ${table.options};

--changeset qingmen:ledgers
CREATE TABLE ledger_row (
  pos BIGINT NOT NULL PRIMARY KEY,
  ledger TINYINT NOT NULL,
  enterprise INT NOT NULL,
  serial_no VARCHAR(120) NOT NULL,
  day_no INT NOT NULL,
  received BIGINT NOT NULL,
  number BIGINT NOT NULL,
  hash VARCHAR(64) NOT NULL,
  body LONGTEXT NOT NULL
) ${table.options};
CREATE UNIQUE INDEX ledger_serial ON ledger_row (enterprise, ledger, serial_no);
CREATE UNIQUE INDEX ledger_chain ON ledger_row (enterprise, number);
CREATE INDEX ledger_day_index ON ledger_row (ledger, enterprise, day_no);
CREATE TABLE ledger_day (
  enterprise INT NOT NULL,
  day_no INT NOT NULL,
  mode TINYINT NOT NULL,
  material_term INT NOT NULL,
  direction TINYINT NOT NULL,
  grams BIGINT NOT NULL,
  PRIMARY KEY (enterprise, day_no, mode, material_term, direction)
) ${table.options};

--changeset qingmen:quarantine
CREATE TABLE quarantine_message (
  pos BIGINT NOT NULL PRIMARY KEY,
  received BIGINT NOT NULL,
  source VARCHAR(200) NOT NULL,
  protocol VARCHAR(60) NOT NULL,
  reason VARCHAR(100) NOT NULL,
  enterprise VARCHAR(60),
  size INT NOT NULL,
  resolved_by VARCHAR(100),
  resolved_at BIGINT,
  resolution VARCHAR(1000)
) ${table.options};

--changeset qingmen:projection
CREATE TABLE projection_state (
  name VARCHAR(20) NOT NULL PRIMARY KEY,
  pos BIGINT NOT NULL
) ${table.options};
INSERT INTO projection_state (name, pos) VALUES ('journal', 0);
-- Entries that could not be projected: skipped, never forgotten.
CREATE TABLE projection_fault (
  pos BIGINT NOT NULL PRIMARY KEY,
  reason VARCHAR(1000) NOT NULL
) ${table.options};
