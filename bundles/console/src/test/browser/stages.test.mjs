import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { launch, menu, onPage, signIn } from './browser.mjs'

const ROWS = ['VIN,号牌颜色,登记日期,燃料,排放阶段', ',黄,2018-05-01,柴油,5', ',黄,2022-05-01,柴油,5', ',紫,2022-05-01,柴油,5']

describe('emission stages', () => {
  let browser
  before(async () => (browser = await launch()))
  after(() => browser?.close())

  const open = async (page) => {
    await signIn(page)
    await menu(page, 'Emission stages')
  }

  it('are determined for one vehicle, with the chain of evidence', () =>
    onPage(browser, 'stage-vehicle', async (page) => {
      await open(page)
      await page.getByRole('textbox', { name: 'Vehicle type (GA/T 16.4)' }).fill('Q11')
      await page.getByRole('combobox', { name: 'Registered on' }).fill('2018-05-01')
      await page.keyboard.press('Enter')
      await page.getByRole('combobox', { name: 'Fuel', exact: true }).press('Enter')
      await page.getByRole('option', { name: 'Diesel', exact: true }).click()
      await page.getByRole('button', { name: 'Determine' }).click()
      const result = page.getByRole('region', { name: 'Determination' })
      await result.getByText('Date of registration (production)').waitFor()
      const text = await result.innerText()
      for (const part of ['China V', 'Evidence agrees', 'at least China V', 'Rests on unverified parameters']) {
        assert.ok(text.includes(part), `${part}: ${text}`)
      }
    }))

  it('are determined for a machine, and a code that contradicts is suspicious', () =>
    onPage(browser, 'stage-machine', async (page) => {
      await open(page)
      await page.getByText('Non-road machine', { exact: true }).click()
      await page.getByRole('textbox', { name: 'Registration code' }).fill('2-AB12345')
      await page.getByRole('combobox', { name: 'Stage stated by the enterprise' }).press('Enter')
      await page.getByRole('option', { name: 'China III', exact: true }).click()
      await page.getByRole('button', { name: 'Determine' }).click()
      const result = page.getByRole('region', { name: 'Determination' })
      await result.getByText('stage.code-conflict').waitFor()
      assert.ok((await result.innerText()).includes('Suspicious'))
    }))

  it('are determined for a file, with the rows that are wrong', () =>
    onPage(browser, 'stage-list', async (page) => {
      await open(page)
      await page.getByText('List', { exact: true }).click()
      await page.locator('input[type=file]').setInputFiles({
        name: 'list.csv', mimeType: 'text/csv', buffer: Buffer.from(ROWS.join('\n')),
      })
      await page.getByText('3 rows, 1 suspicious, 1 not understood').waitFor()
      await page.getByText('No such code or name: 紫.').waitFor()
    }))

  it('rest on standards and dated tables that are shown with their origin', () =>
    onPage(browser, 'stage-standards', async (page) => {
      await open(page)
      await page.getByText('Standards', { exact: true }).click()
      await page.getByText('HJ 1014—2020', { exact: true }).waitFor()
      await page.getByText('nrmm.diesel', { exact: true }).first().waitFor()
    }))
})
