import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { get, token } from './api.mjs'
import { launch, onPage, server, signIn } from './browser.mjs'

const TABLET = { width: 800, height: 1200 }

/** An inspection that is not signed yet; the demonstration has one. */
async function unsigned() {
  const { items } = await get('/verifications?limit=100', await token())
  const one = items.find((inspection) => inspection.state !== 'signed')
  if (!one) throw new Error('this server has no inspection that can still be changed')
  return one
}

describe('an inspection on a tablet', () => {
  let browser
  let inspection
  before(async () => {
    browser = await launch()
    inspection = await unsigned()
  })
  after(() => browser?.close())

  async function openIt(page) {
    await page.setViewportSize(TABLET)
    await signIn(page)
    await page.getByRole('navigation').waitFor()
    await page.goto(`${server}/console/inspections/${inspection.id}`)
    return page.locator('article[data-no="L1"]')
  }

  it('stores each tap at once, with targets that a gloved finger hits', () =>
    onPage(browser, 'inspection-tablet', async (page) => {
      const card = await openIt(page)
      const tap = card.getByRole('button', { name: 'In order', exact: true })
      const box = await tap.boundingBox()
      assert.ok(box.height >= 48 && box.width >= 120, JSON.stringify(box))
      const [answer] = await Promise.all([
        page.waitForResponse((one) => one.request().method() === 'PUT' && one.url().endsWith('/items/L1')),
        tap.click(),
      ])
      assert.equal(answer.status(), 200)
      await card.getByText('Saved').waitFor()
      const stored = await get(`/verifications/${inspection.id}`, await token())
      assert.equal(stored.items.find((item) => item.no === 'L1').finding.result, 'ok')
    }))

  it('fits the width of the screen', () =>
    onPage(browser, 'inspection-width', async (page) => {
      const card = await openIt(page)
      await card.waitFor()
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
      assert.ok(wide <= 0, `${wide} pixels too wide`)
    }))

  it('names the vehicles that are not in the ledger', () =>
    onPage(browser, 'inspection-video', async (page) => {
      await openIt(page)
      const card = page.locator('article[data-no="V1"]')
      await card.getByLabel('Plates seen in the video, one per line').fill('冀z·8a888')
      await card.getByRole('button', { name: 'In order', exact: true }).click()
      await card.getByText('冀Z8A888').waitFor()
      await card.getByText('Not in order').first().waitFor()
    }))

  it('draws the same sample again', () =>
    onPage(browser, 'inspection-repeat', async (page) => {
      await openIt(page)
      await page.getByRole('button', { name: 'Repeat the draw' }).click()
      await page.getByText('The same seed draws the same sample').waitFor()
    }))
})
