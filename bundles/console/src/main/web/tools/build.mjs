// Called by Maven: builds the page into the given folder, unless nothing it is made of has changed.
import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const WEB = dirname(dirname(fileURLToPath(import.meta.url)))
const out = resolve(process.argv[2])
const stamps = resolve(process.argv[3])
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'

const packages = ['package.json', 'package-lock.json', '.npmrc']
const sources = [...packages, 'index.html', 'vite.config.ts', 'src', 'public', 'tools']

mkdirSync(stamps, { recursive: true })
step('packages', packages, join(WEB, 'node_modules', 'vite'), ['ci', '--no-audit', '--no-fund'])
step('page', sources, join(out, 'index.html'), ['run', 'build'])

/** Runs npm unless its inputs are the same as last time and its result is still there. */
function step(name, inputs, result, command) {
  const stamp = join(stamps, `${name}.sha256`)
  const now = fingerprint(inputs)
  if (existsSync(result) && existsSync(stamp) && readFileSync(stamp, 'utf8') === now) {
    console.log(`console: ${name} unchanged`)
    return
  }
  execFileSync(npm, command, { cwd: WEB, stdio: 'inherit', env: { ...process.env, CONSOLE_OUT: out } })
  writeFileSync(stamp, now)
}

function fingerprint(names) {
  const hash = createHash('sha256').update(process.version).update(out)
  for (const file of names.flatMap((name) => filesOf(join(WEB, name))).sort()) {
    hash.update(file).update(readFileSync(file))
  }
  return hash.digest('hex')
}

function filesOf(path) {
  if (!existsSync(path)) return []
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path).flatMap((name) => filesOf(join(path, name)))
}
