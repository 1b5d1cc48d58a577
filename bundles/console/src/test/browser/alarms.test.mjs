import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { get, token } from './api.mjs'
import { launch, onPage, signIn } from './browser.mjs'

/** The newest open alarm that a passage proves. */
async function proven() {
  const bearer = await token()
  const { items } = await get('/alarms?limit=1000&state=open,acknowledged,assigned,escalated', bearer)
  const found = items.find((one) => one.evidence.some((piece) => piece.kind === 'passage'))
  if (!found) throw new Error('this server has no alarm that a passage proves')
  return found
}

describe('the alarms', () => {
  let browser
  let expected
  before(async () => {
    browser = await launch()
    expected = await proven()
  })
  after(() => browser?.close())

  it('lead to their evidence in three clicks at most', () =>
    onPage(browser, 'alarm-evidence', async (page) => {
      await signIn(page)
      await page.waitForURL('**/console/overview**')
      await page.evaluate(() => {
        window.clicks = 0
        document.addEventListener('click', () => window.clicks++, true)
      })
      await page.getByRole('navigation').getByRole('link', { name: /^Alarms/ }).click()
      await page.getByRole('button', { name: `Open alarm ${expected.id}` }).click()
      const dialog = page.getByRole('dialog')
      await dialog.getByText(expected.text).first().waitFor()
      await dialog.getByRole('heading', { name: 'The passage and its decision' }).waitFor()
      await dialog.locator('[data-test=evidence-passage] img').first().waitFor()
      await dialog.getByText('Reasons').first().waitFor()
      const clicks = await page.evaluate(() => window.clicks)
      assert.ok(clicks <= 3, `${clicks} clicks`)
    }))

  it('show in the menu how many are not closed', () =>
    onPage(browser, 'alarm-badge', async (page) => {
      await signIn(page)
      await page.getByLabel(/alarms are not closed$/).waitFor()
    }))

  it('stand beside the gates, which say who is online', () =>
    onPage(browser, 'gates', async (page) => {
      await signIn(page)
      await page.getByRole('navigation').getByRole('link', { name: 'Gates', exact: true }).click()
      await page.getByRole('columnheader', { name: 'Last heartbeat' }).waitFor()
    }))
})
