import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { get, token } from './api.mjs'
import { launch, menu, onPage, server, signIn } from './browser.mjs'

const PASSWORD = 'Browser-of-the-tests-1'
const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' })

async function post(path, bearer, body) {
  const response = await fetch(`${server}/api/v1${path}`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${bearer}`, 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok && response.status !== 409) throw new Error(`POST ${path}: ${response.status} ${await response.text()}`)
  return response.json()
}

/** A record of a stage that its date of registration denies, and the item that it leads to. */
async function suspicious(bearer, plant) {
  const { results } = await post('/passages', bearer, {
    enterprise: plant, serial: `browser-${Date.now()}`, barrier: 'A01', direction: 'in', time: `${today}T00:00:01+08:00`,
    plate: { number: '冀B77001', colour: 'yellow' },
    vehicle: { type: 'Q11', fuel: 'diesel', stage: '6', registered: '2010-05-01', usage: 'freight' },
  })
  for (let round = 0; round < 100; round++) {
    const { items } = await get(`/suspicions?enterprise=${plant}&state=open&limit=1000`, bearer)
    const item = items.find((one) => one.receipt === results[0].receipt)
    if (item) return item
    await new Promise((resolve) => setTimeout(resolve, 200))
  }
  throw new Error('the finding did not go to the enterprise')
}

async function trips(bearer, plant, stage) {
  const { items } = await get(`/statistics?group=stage&enterprise=${plant}&from=${today}&to=${today}`, bearer)
  return items.find((one) => one.stage === stage)?.trips ?? 0
}

describe('suspicious information', () => {
  let browser
  let bearer
  let plant
  let item
  before(async () => {
    browser = await launch()
    bearer = await token()
    plant = (await get('/enterprises?limit=1', bearer)).items[0].id
    await post('/users', bearer, { user: 'browser-plant', password: PASSWORD, roles: ['enterprise'], scope: plant })
    await post('/users', bearer, { user: 'browser-officer', password: PASSWORD, roles: ['officer'], scope: '000000' })
    item = await suspicious(bearer, plant)
  })
  after(() => browser?.close())

  it('is answered by the enterprise with a correction and a file', () =>
    onPage(browser, 'suspicion-reply', async (page) => {
      await signIn(page, { user: 'browser-plant', password: PASSWORD })
      await page.waitForURL('**/console/portal')
      await page.getByText('Last receipts').waitFor()
      await page.goto(`${server}/console/suspicions/${item.id}`)
      await page.getByRole('radio', { name: 'Corrected' }).check({ force: true })
      await page.getByRole('combobox', { name: 'Emission stage' }).press('Enter')
      await page.getByRole('option', { name: 'China III', exact: true }).click()
      await page.getByRole('textbox', { name: 'In your words' }).fill('录入有误')
      await page.locator('input[type=file]').setInputFiles({
        name: 'proof.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.4 proof'),
      })
      await page.getByRole('button', { name: 'Send the answer' }).click()
      await page.getByRole('button', { name: 'proof.pdf' }).waitFor()
      const stored = await get(`/suspicions/${item.id}`, bearer)
      assert.equal(stored.state, 'answered')
    }))

  it('is ruled on by an officer, and the statistics follow the correction', async () => {
    const claimed = await trips(bearer, plant, '6')
    const older = await trips(bearer, plant, '3')
    await onPage(browser, 'suspicion-ruling', async (page) => {
      await signIn(page, { user: 'browser-officer', password: PASSWORD })
      await menu(page, 'Suspicious information')
      await page.getByText('Answered', { exact: false }).first().click()
      await page.goto(`${server}/console/suspicions/${item.id}`)
      await page.getByRole('button', { name: 'Send the ruling' }).click()
      await page.getByText('Corrected to').waitFor()
    })
    for (let round = 0; round < 50 && (await trips(bearer, plant, '3')) === older; round++) {
      await new Promise((resolve) => setTimeout(resolve, 200))
    }
    assert.equal(await trips(bearer, plant, '3'), older + 1)
    assert.equal(await trips(bearer, plant, '6'), claimed - 1)
  })
})
