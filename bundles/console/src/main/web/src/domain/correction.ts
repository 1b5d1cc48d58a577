/** What a person fills in to correct a record; empty fields change nothing. */
export interface CorrectedFields {
  plate: string
  colour: string
  stage: string
  fuel: string
  vin: string
  registered: string
  tonnes: string
}

type Patch = Record<string, Record<string, string | number>>

/** The JSON Merge Patch of a record; empty when nothing is filled in. */
export function patchOf(fields: CorrectedFields): Patch {
  const patch: Patch = {}
  const put = (part: string, member: string, value: string | number) => {
    ;(patch[part] ??= {})[member] = value
  }
  const given = (value: string) => value.trim() !== ''
  if (given(fields.plate)) put('plate', 'number', fields.plate.trim())
  if (given(fields.colour)) put('plate', 'colour', fields.colour)
  if (given(fields.stage)) put('vehicle', 'stage', fields.stage)
  if (given(fields.fuel)) put('vehicle', 'fuel', fields.fuel)
  if (given(fields.vin)) put('vehicle', 'vin', fields.vin.trim())
  if (given(fields.registered)) put('vehicle', 'registered', fields.registered.trim())
  if (given(fields.tonnes) && !Number.isNaN(Number(fields.tonnes))) put('cargo', 'tonnes', Number(fields.tonnes))
  return patch
}
