import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { launch, menu, onPage, server, signIn } from './browser.mjs'

describe('the other pages', () => {
  let browser
  before(async () => (browser = await launch()))
  after(() => browser?.close())

  it('show today by emission stage, as a chart and as a table', () =>
    onPage(browser, 'overview', async (page) => {
      await signIn(page)
      await page.getByRole('button', { name: 'Last 30 days' }).first().click()
      await page.getByRole('img', { name: 'Passages by emission stage and direction' }).locator('canvas').waitFor()
      await page.getByText('Table', { exact: true }).click()
      await page.getByRole('columnheader', { name: 'Tonnes' }).waitFor()
    }))

  it('show which connectors run since when', () =>
    onPage(browser, 'connectors', async (page) => {
      await signIn(page)
      await menu(page, 'Connectors')
      await page.getByRole('columnheader', { name: 'Received' }).waitFor()
      await page.getByText('started', { exact: true }).first().waitFor()
    }))

  it('come with a policy that lets nothing in from elsewhere', async () => {
    const response = await fetch(`${server}/console/passages`)
    assert.equal(response.status, 200)
    assert.match(response.headers.get('content-security-policy'), /default-src 'none'.*frame-ancestors 'none'/)
    assert.equal(response.headers.get('x-frame-options'), 'DENY')
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff')
  })

  it('do not hide the API: an unknown path there is no page', async () => {
    for (const path of ['/api/v1/nothing-here', '/nothing-here']) {
      const response = await fetch(server + path)
      assert.ok(response.status >= 400, `${path}: ${response.status}`)
    }
  })

  it('load nothing from another host', () =>
    onPage(browser, 'own-host', async (page) => {
      const hosts = new Set()
      page.on('request', (request) => request.url().startsWith('http') && hosts.add(new URL(request.url()).origin))
      await signIn(page)
      await page.getByRole('heading', { name: 'Overview' }).waitFor()
      assert.deepEqual([...hosts], [new URL(server).origin])
    }))
})
