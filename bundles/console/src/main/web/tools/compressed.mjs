import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { gzipSync } from 'node:zlib'

const TEXT = /\.(js|css|html|svg|json)$/
const SMALLEST_WORTH_IT = 1024

/** Vite plugin: puts a `.gz` beside every larger text file, so that the server need not compress. */
export function compressed() {
  let folder
  return {
    name: 'compressed',
    apply: 'build',
    configResolved: (config) => (folder = resolve(config.root, config.build.outDir)),
    closeBundle() {
      for (const file of readdirSync(folder, { recursive: true }).map((name) => join(folder, name))) {
        if (TEXT.test(file) && statSync(file).size >= SMALLEST_WORTH_IT) {
          writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }))
        }
      }
    },
  }
}
