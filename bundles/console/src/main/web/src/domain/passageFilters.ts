/** What passages can be narrowed by; the names are those of the query parameters. */
export const PASSAGE_FILTERS = [
  'enterprise', 'division', 'industry', 'plate', 'colour', 'vin', 'barrier', 'entrance', 'stage', 'fuel', 'usage',
  'vehicleType', 'cargo', 'tonnesFrom', 'tonnesTo', 'newEnergy', 'offline', 'trip', 'direction', 'verdict', 'finding',
  'receivedFrom', 'receivedTo', 'future',
] as const
