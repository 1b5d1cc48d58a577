--liquibase formatted sql

--changeset qingmen:gate-deliveries
-- What each gate was offered of each list and what it says it holds; times are milliseconds since 1970.
CREATE TABLE gate_delivery (
  list VARCHAR(20) NOT NULL,
  gate VARCHAR(64) NOT NULL,
  enterprise VARCHAR(50) NOT NULL,
  division VARCHAR(6) NOT NULL,
  offered BIGINT NOT NULL,
  offered_at BIGINT NOT NULL,
  held BIGINT NOT NULL,
  held_at BIGINT NOT NULL,
  PRIMARY KEY (list, gate)
) ${table.options};
