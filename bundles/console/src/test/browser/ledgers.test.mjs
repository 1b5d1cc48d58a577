import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { get, token } from './api.mjs'
import { launch, menu, onPage, signIn } from './browser.mjs'

describe('ledger checks', () => {
  let browser
  before(async () => (browser = await launch()))
  after(() => browser?.close())

  it('show the material balance with lights, and the other views', () =>
    onPage(browser, 'ledgers', async (page) => {
      await signIn(page)
      await menu(page, 'Ledger checks')
      await page.getByRole('columnheader', { name: 'Opening (t)' }).waitFor()
      await page.getByRole('button', { name: 'Last 30 days' }).click()
      await page.getByText('Fits', { exact: true }).first().waitFor()
      await page.getByText('Visits', { exact: true }).click()
      await page.getByText('Paired', { exact: true }).first().waitFor()
      await page.getByText('Reported vehicles', { exact: true }).click()
      await page.getByRole('columnheader', { name: 'Reported per day' }).waitFor()
      const saved = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Excel table' }).click()
      assert.match((await saved).suggestedFilename(), /reported-vehicles\.xlsx/)
    }))
})

describe('the response to an alert', () => {
  let browser
  let line
  before(async () => {
    browser = await launch()
    const bearer = await token()
    for (let attempt = 0; attempt < 60 && !line; attempt++) {
      const { items } = await get('/response-evaluations?limit=1000', bearer)
      line = items.sort((a, b) => b.forbidden - a.forbidden)[0]
      if (!line) await new Promise((resolve) => setTimeout(resolve, 1000))
    }
  })
  after(() => browser?.close())

  it('goes from the ranking to the enterprise, its charts, its evidence and its report', () =>
    onPage(browser, 'response', async (page) => {
      assert.ok(line, 'the demonstration has an evaluated episode')
      await signIn(page)
      await menu(page, 'Response evaluation')
      await page.getByRole('button', { name: `Evaluation of ${line.name}` }).click()
      await page.locator('[data-test=verdict]').waitFor()
      await page.getByRole('img', { name: 'Trips on normal days and during the alert' }).locator('canvas').waitFor()
      await page.getByRole('img', { name: 'Trips per day by emission stage' }).locator('canvas').waitFor()
      const saved = page.waitForEvent('download')
      await page.getByRole('button', { name: 'Print report (PDF)' }).click()
      assert.match((await saved).suggestedFilename(), /\.pdf$/)
      if (line.forbidden > 0) {
        await page.locator('table a').first().click()
        await page.waitForURL(/\/passages\//)
      }
    }))
})
