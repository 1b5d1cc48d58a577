import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { get, token } from './api.mjs'
import { launch, menu, onPage, signIn } from './browser.mjs'

const DAY = 86_400_000
const day = (when) => when.toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })

/** An enterprise that some pack grades, with the grade the API gives it over the last 30 days. */
async function graded() {
  const bearer = await token()
  const period = `from=${day(new Date(Date.now() - 29 * DAY))}&to=${day(new Date())}`
  const { items } = await get('/enterprises?limit=100', bearer)
  for (const enterprise of items) {
    const grade = await get(`/enterprises/${enterprise.id}/grade?${period}`, bearer)
    if (grade.grade && grade.indicators.length > 0) return { enterprise, grade }
  }
  throw new Error('no enterprise of this server is graded by a pack')
}

describe('the grade of an enterprise', () => {
  let browser
  let expected
  before(async () => {
    browser = await launch()
    expected = await graded()
  })
  after(() => browser?.close())

  async function openGrade(page) {
    await signIn(page)
    await menu(page, 'Enterprises')
    await page.getByLabel('Name or id').fill(expected.enterprise.id)
    await page.getByRole('button', { name: 'Search' }).click()
    await page.getByRole('button', { name: `Transport grade of ${expected.enterprise.name}` }).click()
    await page.locator('[data-test=grade]').waitFor()
  }

  it('is what the API says, with every indicator against its thresholds', () =>
    onPage(browser, 'grade', async (page) => {
      await openGrade(page)
      assert.equal(await page.locator('[data-test=grade]').innerText(), expected.grade.grade)
      const text = await page.locator('main').innerText()
      for (const indicator of expected.grade.indicators) assert.ok(text.includes(indicator.code), indicator.code)
      assert.match(text, /\bmet\b/)
    }))

  it('shows what is unverified or incomplete', () =>
    onPage(browser, 'grade-trust', async (page) => {
      await openGrade(page)
      const { verified, complete, indicators } = expected.grade
      await page.getByText(verified ? 'Thresholds verified' : 'Unverified thresholds').waitFor()
      await page.getByText(complete ? 'Complete data' : 'Incomplete data').waitFor()
      const unverified = indicators.flatMap((one) => one.requirements).filter((one) => !one.verified)
      const marks = page.locator('table').getByText('unverified', { exact: true })
      assert.equal(await marks.count(), unverified.length)
    }))

  it('says why it is not better and what to change', () =>
    onPage(browser, 'grade-gaps', async (page) => {
      await openGrade(page)
      if (expected.grade.gaps.length === 0) {
        await page.getByText('The best grade is reached').waitFor()
        return
      }
      for (const name of new Set(expected.grade.gaps.map((gap) => gap.grade))) {
        await page.getByRole('heading', { name: `Why not ${name}`, exact: true }).waitFor()
      }
      await page.getByText('What to change').first().waitFor()
    }))

  it('shows the cheapest way to each better grade that can be reached', () =>
    onPage(browser, 'grade-paths', async (page) => {
      await openGrade(page)
      const paths = expected.grade.paths ?? []
      assert.equal(await page.locator('[data-test=paths] article').count(), paths.length)
      for (const { grade, steps } of paths) {
        const article = page.locator('[data-test=paths] article').filter({ hasText: `To ${grade}` }).first()
        assert.equal(await article.getByRole('listitem').count(), steps.length)
      }
    }))
})
