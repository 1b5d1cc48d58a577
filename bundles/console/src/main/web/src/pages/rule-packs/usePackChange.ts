import { ElMessage, ElMessageBox } from 'element-plus'
import { ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { asProblem, type Problem } from '@/api/problem'
import { changePack, switchRule, type PackAction, type PackReason, type RulePack } from '@/api/rulePacks'

/** Puts a pack into service or takes it out, after the person has confirmed. */
export function usePackChange(changed: () => Promise<void>) {
  const { t } = useI18n()
  const busy = ref('')
  const problem = shallowRef<Problem | null>(null)

  async function ask(pack: RulePack, action: PackAction): Promise<void> {
    const question = t(`packs.confirm.${action}`, { id: pack.id, version: pack.version })
    const why = await reason(question, t(`packs.action.${action}`))
    if (why) await perform(pack, () => changePack(pack, action, why))
  }

  /** Stops a rule, or lets a stopped one fire again. */
  async function askRule(pack: RulePack, code: string, stopped: boolean): Promise<void> {
    const action = stopped ? 'resume' : 'stop'
    const why = await reason(t(`packs.confirm.${action}`, { code, id: pack.id }), t(`packs.${action}Rule`))
    if (why) await perform(pack, () => switchRule(pack, code, action, why))
  }

  /** What the person gave as the reason; null when nothing shall be done. */
  async function reason(question: string, name: string): Promise<PackReason | null> {
    try {
      const answer = await ElMessageBox.prompt(question, name, {
        confirmButtonText: name,
        cancelButtonText: t('app.cancel'),
        inputPlaceholder: t('packs.reasonHint'),
      })
      const given = (answer as { value?: string | null }).value?.trim()
      return given ? { reason: given } : {}
    } catch {
      return null
    }
  }

  async function perform(pack: RulePack, act: () => Promise<RulePack>): Promise<void> {
    busy.value = pack.hash
    problem.value = null
    try {
      const now = await act()
      ElMessage.success(
        t('packs.done', { id: now.id, version: now.version, state: t(`packs.states.${now.state.toLowerCase()}`) }),
      )
    } catch (cause) {
      problem.value = asProblem(cause)
    } finally {
      busy.value = ''
    }
    await changed()
  }

  return { busy, problem, ask, askRule }
}
