import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { get, token } from './api.mjs'
import { launch, menu, onPage, server, signIn } from './browser.mjs'

describe('information management', () => {
  let browser
  let bearer
  let enterprise
  before(async () => {
    browser = await launch()
    bearer = await token()
    enterprise = (await get('/enterprises?limit=1', bearer)).items[0]
  })
  after(() => browser?.close())

  // Each run registers under numbers of its own.
  const run = Date.now().toString(36).toUpperCase()
  const open = async (page, tab) => {
    await signIn(page)
    await page.getByRole('heading', { name: 'Overview' }).waitFor()
    await page.goto(`${server}/console/enterprises/${encodeURIComponent(enterprise.id)}?tab=${tab}`)
    await page.getByRole('heading', { name: enterprise.name }).waitFor()
  }
  const fill = (page, name, value) => page.getByRole('dialog').locator(`#entry-${name}`).fill(value)
  const save = (page) => page.getByRole('dialog').getByRole('button', { name: 'Save' }).click()

  it('shows before and after in the history of what was changed', () =>
    onPage(browser, 'register-history', async (page) => {
      await open(page, 'partners')
      const fleets = page.getByRole('region', { name: 'Fleets' })
      await fleets.getByRole('button', { name: 'Add to Fleets' }).click()
      await fill(page, 'number', `F-${run}`)
      await fill(page, 'name', 'Haulier before')
      await save(page)
      const row = fleets.getByRole('row').filter({ hasText: `F-${run}` })
      await row.getByRole('button', { name: 'Edit' }).click()
      await fill(page, 'name', 'Haulier after')
      await save(page)
      await row.getByText('Haulier after').waitFor()

      await row.getByRole('button', { name: 'History' }).click()
      const newest = page.getByRole('dialog').getByRole('listitem').first()
      await newest.locator('.before', { hasText: 'Haulier before' }).waitFor()
      await newest.locator('.after', { hasText: 'Haulier after' }).waitFor()
    }))

  it('tells the changes of all registers of an enterprise', () =>
    onPage(browser, 'enterprise-changes', async (page) => {
      await open(page, 'history')
      const panel = page.getByRole('region', { name: 'History' })
      await panel.getByRole('listitem').first().getByText(/Created|Changed|Taken off/).waitFor()
    }))

  it('warns of what looks wrong and stores it nevertheless', () =>
    onPage(browser, 'register-warning', async (page) => {
      await open(page, 'partners')
      const fleets = page.getByRole('region', { name: 'Fleets' })
      await fleets.getByRole('button', { name: 'Add to Fleets' }).click()
      await fill(page, 'number', `W-${run}`)
      await fill(page, 'name', 'Haulier with a slip')
      await fill(page, 'creditCode', '91350100M000100Y44')
      await save(page)
      await fleets.getByText('Stored, but this looks wrong').waitFor()
      await fleets.getByRole('row').filter({ hasText: `W-${run}` }).waitFor()
    }))

  it('imports a table and gives the rejected row back', () =>
    onPage(browser, 'import', async (page) => {
      await signIn(page)
      await menu(page, 'Import')
      // What the list shows lies above its field.
      await page.getByRole('combobox', { name: 'Register' }).click({ force: true })
      await page.getByRole('option', { name: 'Fleets', exact: true }).click()
      await page.locator('#import-enterprise').fill(enterprise.id)
      const table = `编号,车队名称,不认识\nI-${run},示例车队,x\nJ-${run},,y\n`
      await page
        .locator('input[type=file]')
        .setInputFiles({ name: 'fleets.csv', mimeType: 'text/csv', buffer: Buffer.from(table) })
      const preview = page.getByRole('region', { name: 'Preview' })
      await preview.getByText('New 1', { exact: true }).waitFor()
      await preview.getByText('Rejected 1', { exact: true }).click()
      await preview.getByRole('row').filter({ hasText: `J-${run}` }).getByText(/Fleet name|Name/).first().waitFor()

      const downloading = page.waitForEvent('download')
      await preview.getByRole('button', { name: 'Download rejected rows' }).click()
      assert.equal((await downloading).suggestedFilename(), 'rejected.xlsx')

      await preview.getByRole('button', { name: 'Import 1 rows' }).click()
      await preview.getByText('1 entries were imported').waitFor()
      const stored = await get(`/enterprises/${enterprise.id}/fleets/I-${run}`, bearer)
      assert.equal(stored.name, '示例车队')
    }))

  it('finds the truck of the demonstration that was entered twice', () =>
    onPage(browser, 'duplicates', async (page) => {
      await signIn(page)
      await menu(page, 'Duplicates')
      await page.getByRole('heading', { name: /Same plate and colour/ }).first().waitFor()
    }))
})
