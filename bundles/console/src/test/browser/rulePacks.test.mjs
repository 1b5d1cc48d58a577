import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { launch, menu, onPage, signIn } from './browser.mjs'
import { goodPack, packWithoutClause } from './pack.mjs'

describe('the rule packs', () => {
  let browser
  before(async () => (browser = await launch()))
  after(() => browser?.close())

  // A version of its own for each run: a version that was once in service is never given other content.
  const run = Math.floor(Date.now() / 10_000) % 1_000_000
  const version = `1.1.${run}`
  const row = (page) => page.getByRole('row').filter({ hasText: 'test.console' }).filter({ hasText: version })

  async function upload(page, content) {
    await signIn(page)
    await menu(page, 'Rule packs')
    await page.locator('input[type=file]').setInputFiles({ name: 'pack.zip', mimeType: 'application/zip', buffer: content })
  }

  async function confirmed(page, action) {
    await row(page).getByRole('button', { name: new RegExp(`^${action}`) }).click()
    await page.getByRole('dialog').getByRole('button', { name: action }).click()
  }

  it('are refused with file and line, and what is in force stays in force', () =>
    onPage(browser, 'pack-refused', async (page) => {
      await upload(page, packWithoutClause(`1.0.${run}`))
      await page.getByText('The pack was refused').waitFor()
      await page.getByText(/rules\/console\.drl:\d+/).first().waitFor()
      await page.getByText('rule-without-clause').first().waitFor()
    }))

  it('are uploaded, activated and taken back', () =>
    onPage(browser, 'pack-activated', async (page) => {
      await upload(page, goodPack(version))
      await page.getByText(`test.console ${version} was uploaded`).waitFor()
      await row(page).getByText('tested').waitFor()
      await row(page).getByText('unsigned').waitFor()

      await confirmed(page, 'Activate')
      await row(page).getByText('active', { exact: true }).waitFor()

      await confirmed(page, 'Retire')
      await row(page).getByText('retired').waitFor()
      assert.equal(await row(page).getByRole('button', { name: /^Roll back/ }).count(), 0)
    }))
})
