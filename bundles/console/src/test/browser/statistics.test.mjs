import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, it } from 'node:test'
import { get, token } from './api.mjs'
import { launch, menu, onPage, signIn } from './browser.mjs'

const DAY = 86_400_000
const day = (when) => when.toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })
const period = () => `from=${day(new Date(Date.now() - 29 * DAY))}&to=${day(new Date())}`

/** Chooses an option of a select by its label. */
async function choose(page, select, option) {
  await page.getByRole('combobox', { name: select }).press('Enter')
  await page.getByRole('option', { name: option, exact: true }).click()
}

async function downloaded(page, button) {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: button }).click()])
  return { name: file.suggestedFilename(), content: readFileSync(await file.path()) }
}

describe('the statistics', () => {
  let browser
  let stages
  before(async () => {
    browser = await launch()
    stages = (await get(`/statistics?group=stage&${period()}`, await token())).items
  })
  after(() => browser?.close())

  it('show a chart and a table that says what the API says', () =>
    onPage(browser, 'statistics', async (page) => {
      await signIn(page)
      await menu(page, 'Statistics')
      await page.getByRole('img', { name: 'Chart of the statistics' }).locator('canvas').waitFor()
      const table = page.getByRole('table').last()
      for (const one of stages) await table.getByText(one.passages.toLocaleString('en'), { exact: true }).first().waitFor()
    }))

  it('are held against the period before, and by two groups', () =>
    onPage(browser, 'statistics-compare', async (page) => {
      await signIn(page)
      await menu(page, 'Statistics')
      await choose(page, 'Compare with', 'period before')
      await page.getByRole('columnheader', { name: 'Trips before' }).waitFor()
      await page.getByText(/^Compared with 20/).waitFor()
      await choose(page, 'Then by', 'Heavy')
      await page.getByRole('columnheader', { name: 'Heavy' }).waitFor()
      await choose(page, 'What is counted', 'Clean transport share')
      await page.getByRole('columnheader', { name: 'Clean share', exact: true }).waitFor()
      await choose(page, 'What is counted', 'Gates online and transmission')
      await page.getByRole('columnheader', { name: 'Online rate', exact: true }).waitFor()
    }))

  it('can be taken along as a file', () =>
    onPage(browser, 'statistics-export', async (page) => {
      await signIn(page)
      await menu(page, 'Statistics')
      await page.getByRole('img', { name: 'Chart of the statistics' }).waitFor()
      const csv = await downloaded(page, 'Export CSV')
      assert.equal(csv.name, 'statistics.csv')
      assert.equal(csv.content.toString('utf8').trim().split('\n').length, stages.length + 1)
      const xlsx = await downloaded(page, 'Export Excel')
      assert.equal(xlsx.content.subarray(0, 2).toString(), 'PK')
    }))
})

describe('the query of passages', () => {
  let browser
  before(async () => (browser = await launch()))
  after(() => browser?.close())

  it('combines fields, is kept, and is asked again', () =>
    onPage(browser, 'query', async (page) => {
      await signIn(page)
      await menu(page, 'Passages')
      await page.getByRole('button', { name: 'More fields' }).click()
      await choose(page, 'Fuel', 'Diesel')
      const answered = page.waitForResponse((response) => response.url().includes('tonnesFrom=20'))
      await page.getByLabel('Tonnes from').fill('20')
      await page.getByRole('button', { name: 'Search' }).click()
      const { items } = await (await answered).json()
      assert.ok(items.every((one) => one.fuel === 'diesel' && one.tonnes >= 20))

      await page.getByRole('button', { name: 'Keep this query' }).click()
      await page.getByLabel('Name of the query').fill('Heavy diesel')
      await page.getByRole('button', { name: 'Save' }).click()
      await page.getByRole('button', { name: 'Reset' }).click()
      const again = page.waitForResponse((response) => response.url().includes('tonnesFrom=20'))
      await page.getByRole('button', { name: 'Heavy diesel', exact: true }).click()
      assert.equal((await again).status(), 200)
      await page.getByRole('button', { name: 'Delete query Heavy diesel' }).click()
      await page.getByRole('button', { name: 'Heavy diesel', exact: true }).waitFor({ state: 'detached' })
    }))

  it('can be taken along as a file', () =>
    onPage(browser, 'query-export', async (page) => {
      await signIn(page)
      await menu(page, 'Passages')
      const csv = await downloaded(page, 'Export CSV')
      assert.equal(csv.name, 'passages.csv')
      assert.ok(csv.content.toString('utf8').startsWith('\uFEFFPassed,Enterprise,'))
    }))
})
