--liquibase formatted sql

--changeset qingmen:ledger-corrections
-- A corrected row stays as it is; beside it stands which row took its place, and since when. Neither is part of the
-- hash chain: the chain holds both rows.
ALTER TABLE ledger_row ADD corrected_by BIGINT;
ALTER TABLE ledger_row ADD corrected_at BIGINT;
