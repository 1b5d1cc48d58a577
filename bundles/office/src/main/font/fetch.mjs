// Called by Maven: puts the Chinese font of reports and its licence into the given folder, once.
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

const HERE = dirname(fileURLToPath(import.meta.url))
const out = resolve(process.argv[2])
const pack = join(HERE, 'node_modules', '@expo-google-fonts', 'noto-sans-sc')
const files = {
  'NotoSansSC-Regular.ttf': join(pack, '400Regular', 'NotoSansSC_400Regular.ttf'),
  'OFL.txt': join(pack, 'LICENSE_FONT')
}

if (!Object.values(files).every((file) => existsSync(file))) {
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm'
  execFileSync(npm, ['ci', '--no-audit', '--no-fund', '--ignore-scripts'], { cwd: HERE, stdio: 'inherit' })
}
mkdirSync(out, { recursive: true })
for (const [name, file] of Object.entries(files)) {
  const target = join(out, name)
  if (!existsSync(target)) copyFileSync(file, target)
}
