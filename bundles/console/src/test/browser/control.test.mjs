import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { get, token } from './api.mjs'
import { launch, menu, onPage, server, signIn } from './browser.mjs'

const SECOND = { user: 'browser-approver', password: 'Approver-in-the-browser-1' }
const TITLE = `A policy of the browser ${Date.now()}`

/** A second officer, who approves what the first has written. */
async function secondOfficer() {
  const response = await fetch(`${server}/api/v1/users`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: `Bearer ${await token()}` },
    body: JSON.stringify({ ...SECOND, roles: ['officer'], scope: '000000' }),
  })
  assert.ok([201, 409].includes(response.status), `${response.status}`)
}

describe('what is put into force', () => {
  let browser
  before(async () => {
    browser = await launch()
    await secondOfficer()
  })
  after(() => browser?.close())

  it('is drafted with a preview of whom it hits, and not approved by its author', () =>
    onPage(browser, 'policy-draft', async (page) => {
      await signIn(page)
      await menu(page, 'Control policies')
      await page.getByRole('button', { name: 'Draft a policy' }).click()
      await page.locator('#policy-title').fill(TITLE)
      await page.locator('#policy-divisions').fill('990100')
      await page.getByRole('combobox', { name: 'From', exact: true }).fill('2026-01-01 00:00:00')
      await page.getByRole('combobox', { name: 'From', exact: true }).press('Enter')
      await page.getByText('Road transport stops', { exact: true }).click()
      await page.getByRole('button', { name: 'Preview' }).click()
      await page.getByText(/^Hits \d+ enterprises/).waitFor()
      await page.getByRole('button', { name: 'Save draft' }).click()
      const row = page.getByRole('row', { name: TITLE })
      await row.getByText('draft', { exact: true }).waitFor()
      await row.getByRole('button', { name: 'Approve' }).click()
      await page.getByText('somebody else must approve it').first().waitFor()
    }))

  it('is approved by a second person, is in force, and is withdrawn', () =>
    onPage(browser, 'policy-approve', async (page) => {
      await signIn(page, SECOND)
      await menu(page, 'Control policies')
      const row = page.getByRole('row', { name: TITLE })
      await row.getByRole('button', { name: 'Approve' }).click()
      await row.getByText('in force', { exact: true }).waitFor()
      const bearer = await token()
      const here = (await get('/enterprises?limit=100', bearer)).items.find((one) => one.division.startsWith('9901'))
      const inForce = await get(`/enterprises/${here.id}/in-force`, bearer)
      assert.ok(inForce.items.some((one) => one.title === TITLE))
      await row.getByRole('button', { name: 'Withdraw' }).click()
      await row.getByText('withdrawn', { exact: true }).waitFor()
    }))

  it('is seen to be held by the gates', () =>
    onPage(browser, 'deliveries', async (page) => {
      await signIn(page)
      await menu(page, 'Deliveries')
      await page.getByText('demo-gate-1', { exact: true }).first().waitFor()
      await menu(page, 'Violator list')
      await page.getByRole('columnheader', { name: 'Vehicle or machine' }).waitFor()
      await menu(page, 'Alert episodes')
      await page.getByText('orange (II)').first().waitFor()
    }))
})
