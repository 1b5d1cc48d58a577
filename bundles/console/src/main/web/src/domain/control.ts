import type { Policy } from '@/api/control'

/** What the form of a policy holds; lists are texts separated by commas or blanks. */
export interface PolicyForm {
  title: string
  divisions: string
  enterprises: string
  industries: string
  grades: string
  from: string
  to: string
  alert: string
  stop: boolean
  diesel: string
  gas: string
  gasoline: string
  classes: string[]
  capPercent: number | undefined
  nrmm: string
  exemptUsages: string[]
  exemptPlates: string
  exemptLivelihood: boolean
  plan: string
  source: string
}

export const emptyPolicy = (): PolicyForm => ({
  title: '', divisions: '', enterprises: '', industries: '', grades: '', from: '', to: '', alert: '', stop: false,
  diesel: '', gas: '', gasoline: '', classes: ['heavy'], capPercent: undefined, nrmm: '',
  exemptUsages: [], exemptPlates: '', exemptLivelihood: false, plan: '', source: '',
})

/** The words of a text, separated by commas or white space of either script. */
export const words = (text: string): string[] => text.split(/[\s,，、;；]+/).filter(Boolean)

const some = (text: string) => (words(text).length ? words(text) : undefined)

/** The policy as the API takes it; what was left empty is left out. */
export function policyOf(form: PolicyForm): Policy {
  const stages = { diesel: form.diesel || undefined, gas: form.gas || undefined, gasoline: form.gasoline || undefined }
  const demanded = Object.values(stages).some(Boolean)
  return {
    title: form.title,
    target: {
      divisions: some(form.divisions), enterprises: some(form.enterprises),
      industries: some(form.industries), grades: some(form.grades),
    },
    from: form.from,
    to: form.to || undefined,
    alert: form.alert || undefined,
    control: {
      stopRoadTransport: form.stop || undefined,
      minimumStage: demanded ? stages : undefined,
      vehicleClasses: form.classes.includes('all') ? 'all' : form.classes.length ? form.classes : undefined,
      cap: form.capPercent === undefined || form.capPercent === null ? undefined : { share: form.capPercent / 100 },
      nrmmMinimumStage: form.nrmm || undefined,
      exemptUsages: form.exemptUsages.length ? form.exemptUsages : undefined,
      exemptPlates: some(form.exemptPlates),
      exemptLivelihood: form.exemptLivelihood || undefined,
    },
    plan: form.plan ? { text: form.plan } : undefined,
    source: form.source || undefined,
  } as Policy
}
