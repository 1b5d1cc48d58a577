--liquibase formatted sql

--changeset qingmen:month-by-class
-- Months also by weight class, new energy and usage, filled from the days. What is heavy is said by the model; the
-- types here are those it named when this change was made.
CREATE TABLE traffic_month_classes (
  month_no INT NOT NULL,
  enterprise INT NOT NULL,
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
  PRIMARY KEY (month_no, enterprise, stage, fuel, heavy, nev, usage_code, direction, verdict)
) ${table.options};
INSERT INTO traffic_month_classes
  SELECT c.month_no, c.enterprise, c.stage, c.fuel, c.heavy, c.nev, c.usage_code, c.direction, c.verdict,
    SUM(c.passages), SUM(c.trips), SUM(c.grams)
  FROM (SELECT FLOOR(d.day_no / 100) AS month_no, d.enterprise, d.stage, d.fuel,
      CASE WHEN t.name LIKE 'H1%' OR t.name LIKE 'Q1%' OR t.name LIKE 'Z5%' THEN 1 ELSE 0 END AS heavy,
      d.nev, d.usage_code, d.direction, d.verdict, d.passages, d.trips, d.grams
    FROM traffic_day d LEFT JOIN term t ON t.id = d.type_term) c
  GROUP BY c.month_no, c.enterprise, c.stage, c.fuel, c.heavy, c.nev, c.usage_code, c.direction, c.verdict;
DROP TABLE traffic_month;
ALTER TABLE traffic_month_classes RENAME TO traffic_month;
