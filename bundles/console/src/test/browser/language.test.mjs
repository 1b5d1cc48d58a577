import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { launch, menu, onPage, signIn } from './browser.mjs'

describe('the language', () => {
  let browser
  before(async () => (browser = await launch()))
  after(() => browser?.close())

  it('is that of the browser at first', () =>
    onPage(
      browser,
      'chinese',
      async (page) => {
        await signIn(page)
        await page.getByRole('heading', { name: '今日概况' }).waitFor()
      },
      'zh-CN',
    ))

  it('can be changed, is asked of the server, and stays', () =>
    onPage(browser, 'language', async (page) => {
      await signIn(page)
      await page.getByRole('heading', { name: 'Overview' }).waitFor()
      await page.getByRole('button', { name: '中文' }).click()
      const asked = page.waitForRequest((request) => request.url().includes('/api/v1/enterprises'))
      await menu(page, '企业')
      assert.equal((await asked).headers()['accept-language'], 'zh-CN')
      await page.reload()
      await page.getByRole('heading', { name: '企业' }).waitFor()
      assert.equal(await page.locator('html').getAttribute('lang'), 'zh-CN')
    }))
})
