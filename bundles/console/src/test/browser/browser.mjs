// Starts Chromium once per test file and hands out signed-in pages.
import { mkdirSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const web = new URL('../../main/web/package.json', import.meta.url)
const { chromium } = createRequire(web)('playwright-core')

export const server = needed('QINGMEN_URL').replace(/\/$/, '')
export const account = { user: needed('QINGMEN_USER'), password: needed('QINGMEN_PASSWORD') }
const pictures = process.env.QINGMEN_SCREENSHOTS ?? join(tmpdir(), 'qingmen-console')

/** Milliseconds to wait for something to appear, generous for a busy machine. */
const PATIENCE = 20_000

const FLAGS = [
  '--headless', '--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
]

export function launch() {
  return chromium.launch({ executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium', args: FLAGS })
}

/** An empty page in the given language; what the browser complains about is gathered in `complaints`. */
export async function open(browser, locale = 'en') {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, locale })
  page.setDefaultTimeout(PATIENCE)
  page.complaints = []
  page.on('pageerror', (error) => page.complaints.push(error.message))
  page.on('console', (message) => {
    // A refused request is an expected part of some tests; anything else on the console is not.
    const refusal = message.text().startsWith('Failed to load resource')
    if (message.type() === 'error' && !refusal) page.complaints.push(message.text())
  })
  return page
}

export async function signIn(page, { user, password } = account) {
  await page.goto(`${server}/`)
  await page.locator('#user').fill(user)
  await page.locator('#password').fill(password)
  await page.locator('button[type=submit]').click()
}

/** Goes to a page by its entry in the main menu. */
export function menu(page, name) {
  return page.getByRole('navigation').getByRole('link', { name, exact: true }).click()
}

/** Runs a test on its own page; keeps a picture when it fails. */
export async function onPage(browser, name, work, locale) {
  const page = await open(browser, locale)
  try {
    await work(page)
    if (page.complaints.length > 0) throw new Error(`the browser complained: ${page.complaints.join('\n')}`)
  } catch (cause) {
    mkdirSync(pictures, { recursive: true })
    const picture = join(pictures, `${name}.png`)
    await page.screenshot({ path: picture, fullPage: true })
    throw new Error(`${cause.message}\npicture: ${picture}\naddress: ${page.url()}`, { cause })
  } finally {
    await page.context().close()
  }
}

function needed(name) {
  const value = process.env[name]
  if (!value) {
    console.error(`${name} is not set: these tests run against a server that the caller has started`)
    process.exit(2)
  }
  return value
}
