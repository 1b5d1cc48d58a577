import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { account, launch, onPage, server, signIn } from './browser.mjs'

describe('signing in', () => {
  let browser
  before(async () => (browser = await launch()))
  after(() => browser?.close())

  it('leads to the first page', () =>
    onPage(browser, 'sign-in', async (page) => {
      await signIn(page)
      await page.waitForURL('**/console/overview**')
      assert.equal(await page.locator('h1').innerText(), 'Overview')
    }))

  it('with a wrong password says what is wrong, why and what to do', () =>
    onPage(browser, 'wrong-password', async (page) => {
      await signIn(page, { ...account, password: `${account.password}x` })
      const problem = page.getByRole('alert')
      await problem.waitFor()
      const text = await problem.innerText()
      assert.match(text, /What to do/)
      assert.match(text, /Code/)
      assert.equal(await page.locator('#password').inputValue(), '')
    }))

  it('comes first for every page, and then leads there', () =>
    onPage(browser, 'deep-link', async (page) => {
      await page.goto(`${server}/console/rule-packs`)
      await page.waitForURL('**/console/sign-in**')
      await page.locator('#user').fill(account.user)
      await page.locator('#password').fill(account.password)
      await page.keyboard.press('Enter')
      await page.waitForURL('**/console/rule-packs')
    }))

  it('is needed again when the token is no longer good', () =>
    onPage(browser, 'token-ended', async (page) => {
      await signIn(page)
      await page.waitForURL('**/console/overview**')
      await page.evaluate(() => {
        const kept = JSON.parse(sessionStorage.getItem('qingmen.session'))
        sessionStorage.setItem('qingmen.session', JSON.stringify({ ...kept, token: 'no-longer-good' }))
      })
      await page.reload()
      await page.waitForURL('**/console/sign-in**')
      await page.getByText('Your session has ended').waitFor()
    }))

  it('ends with signing out', () =>
    onPage(browser, 'sign-out', async (page) => {
      await signIn(page)
      await page.getByRole('button', { name: 'Account' }).click()
      await page.getByRole('menuitem', { name: 'Sign out' }).click()
      await page.waitForURL('**/console/sign-in')
      assert.equal(await page.evaluate(() => sessionStorage.getItem('qingmen.session')), null)
    }))
})
