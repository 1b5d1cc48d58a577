import { after, before, describe, it } from 'node:test'
import { launch, menu, onPage, signIn } from './browser.mjs'
import { goodPack, packWithoutClause } from './pack.mjs'

describe('the rule packs', () => {
  let browser
  before(async () => (browser = await launch()))
  after(() => browser?.close())

  // Each run has versions of its own, higher than those of the runs before: nothing in service can be lowered.
  const run = Math.floor(Date.now() / 10_000) % 1_000_000
  const [wrong, first, second] = [`1.${run}.0`, `1.${run}.1`, `1.${run}.2`]
  const row = (page, version) => page.getByRole('row').filter({ hasText: 'test.console' }).filter({ hasText: version })
  const state = (page, version, name) => row(page, version).getByText(name, { exact: true }).waitFor()

  async function open(page) {
    await signIn(page)
    await menu(page, 'Rule packs')
  }

  function upload(page, content) {
    return page.locator('input[type=file]').setInputFiles({ name: 'pack.zip', mimeType: 'application/zip', buffer: content })
  }

  async function confirmed(page, action, version) {
    await row(page, version).getByRole('button', { name: new RegExp(`^${action}`) }).click()
    await page.getByRole('dialog').getByRole('button', { name: action }).click()
  }

  async function uploadAndActivate(page, version) {
    await upload(page, goodPack(version))
    await page.getByText(`test.console ${version} was uploaded`).waitFor()
    await state(page, version, 'tested')
    await state(page, version, 'unsigned')
    await confirmed(page, 'Activate', version)
    await state(page, version, 'active')
  }

  it('are refused with file and line, and what is in force stays in force', () =>
    onPage(browser, 'pack-refused', async (page) => {
      await open(page)
      await upload(page, packWithoutClause(wrong))
      await page.getByText('The pack was refused').waitFor()
      await page.getByText(/rules\/console\.drl:\d+/).first().waitFor()
      await page.getByText('rule-without-clause').first().waitFor()
      await state(page, wrong, 'refused')
    }))

  it('are uploaded, activated, rolled back and retired', () =>
    onPage(browser, 'pack-activated', async (page) => {
      await open(page)
      await uploadAndActivate(page, first)
      await uploadAndActivate(page, second)
      await state(page, first, 'superseded')

      await confirmed(page, 'Roll back', second)
      await state(page, first, 'active')
      await state(page, second, 'retired')

      await confirmed(page, 'Retire', first)
      await state(page, first, 'retired')
    }))
})
