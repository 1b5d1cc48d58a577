import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { get, token } from './api.mjs'
import { launch, menu, onPage, server, signIn } from './browser.mjs'

const WORDS = { allow: 'Allowed', warn: 'Warned', deny: 'Denied' }
const DAY = 86_400_000
const day = (when) => when.toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })

/** A passage with something to explain: a denied one if there is one. */
async function telling() {
  const bearer = await token()
  const from = day(new Date(Date.now() - 29 * DAY))
  for (const query of ['&verdict=deny', '&verdict=warn', '']) {
    const { items } = await get(`/passages?limit=1&from=${from}&to=${day(new Date())}${query}`, bearer)
    if (items.length > 0) return get(`/passages/${items[0].receipt}`, bearer)
  }
  throw new Error('this server has no passages of the last 30 days')
}

describe('the passages', () => {
  let browser
  let expected
  before(async () => {
    browser = await launch()
    expected = await telling()
  })
  after(() => browser?.close())

  async function explain(page) {
    await signIn(page)
    await menu(page, 'Passages')
    await page.getByRole('combobox', { name: 'Verdict' }).press('Enter')
    await Promise.all([
      page.waitForResponse((response) => response.url().includes(`verdict=${expected.verdict}`)),
      page.getByRole('option', { name: WORDS[expected.verdict] }).click(),
    ])
    await page.getByRole('button', { name: /^Explain the decision/ }).first().click()
    return page.getByRole('dialog')
  }

  it('can be narrowed by verdict, and explain a decision with its reasons and clauses', () =>
    onPage(browser, 'decision', async (page) => {
      const dialog = await explain(page)
      await dialog.getByText(WORDS[expected.verdict]).first().waitFor()
      const text = await dialog.innerText()
      for (const part of ['Reasons', 'Parameters used', 'Rules that fired', 'Facts the decision rests on']) {
        assert.ok(text.includes(part), part)
      }
      for (const reason of expected.document.reasons) {
        assert.ok(text.includes(reason.en), reason.en)
        assert.ok(text.includes(reason.clause), reason.clause)
      }
    }))

  it('replay a decision from its stored facts', () =>
    onPage(browser, 'replay', async (page) => {
      const dialog = await explain(page)
      await dialog.getByRole('button', { name: 'Replay' }).click()
      await dialog.getByText('The replay gives the same bytes').waitFor()
    }))

  it('can be linked one by one', () =>
    onPage(browser, 'passage-link', async (page) => {
      await signIn(page)
      await page.waitForURL('**/console/overview**')
      await page.goto(`${server}/console/passages/${expected.receipt}`)
      const dialog = page.getByRole('dialog')
      await dialog.getByText(expected.receipt).waitFor()
      await dialog.getByText(expected.document.hash).waitFor()
      await page.keyboard.press('Escape')
      await page.waitForURL(/console\/passages(\?|$)/)
    }))
})
