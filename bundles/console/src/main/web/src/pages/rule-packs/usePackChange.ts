import { ElMessage, ElMessageBox } from 'element-plus'
import { ref, shallowRef } from 'vue'
import { useI18n } from 'vue-i18n'
import { asProblem, type Problem } from '@/api/problem'
import { changePack, type PackAction, type RulePack } from '@/api/rulePacks'

/** Puts a pack into service or takes it out, after the person has confirmed. */
export function usePackChange(changed: () => Promise<void>) {
  const { t } = useI18n()
  const busy = ref('')
  const problem = shallowRef<Problem | null>(null)

  async function ask(pack: RulePack, action: PackAction): Promise<void> {
    if (await confirmed(pack, action)) await perform(pack, action)
  }

  async function confirmed(pack: RulePack, action: PackAction): Promise<boolean> {
    const name = t(`packs.action.${action}`)
    try {
      await ElMessageBox.confirm(t(`packs.confirm.${action}`, { id: pack.id, version: pack.version }), name, {
        confirmButtonText: name,
        cancelButtonText: t('app.cancel'),
        type: action === 'activate' ? 'info' : 'warning',
      })
      return true
    } catch {
      return false
    }
  }

  async function perform(pack: RulePack, action: PackAction): Promise<void> {
    busy.value = pack.hash
    problem.value = null
    try {
      const now = await changePack(pack, action)
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

  return { busy, problem, ask }
}
