package org.qingmen.supervision.control;

import java.util.List;
import org.qingmen.spi.facts.Enterprise;
import org.qingmen.spi.intake.Enterprises;

/** The registered enterprises, from memory. */
public interface EnterpriseView extends Enterprises {

  /** Enterprises within a division prefix by id; empty for the whole country. */
  List<Enterprise> within(String divisionPrefix);

  /** Enterprises of an industry, by id. */
  List<Enterprise> ofIndustry(String industry);
}
