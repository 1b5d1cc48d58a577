/// <reference types="node" />
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { nextVersion } from '@/domain/packs'
import { zip } from '@/domain/zip'

const bytes = async (blob: Blob) => Buffer.from(await blob.arrayBuffer())

describe('an archive made in the browser', () => {
  let folder: string
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'qingmen-zip-'))))
  afterEach(() => rmSync(folder, { recursive: true }))

  it('is unpacked by an ordinary tool, names and texts in Chinese included', async () => {
    const files = { 'pack.yaml': 'id: my.tea\n', 'rules/茶.drl': 'rule "茶"\nend\n', 'cases/empty.yaml': '' }
    writeFileSync(join(folder, 'pack.zip'), await bytes(zip(files)))
    execFileSync('jar', ['xf', 'pack.zip'], { cwd: folder })
    for (const [path, text] of Object.entries(files)) expect(readFileSync(join(folder, path), 'utf8')).toBe(text)
  })

  it('is the same for the same texts', async () => {
    expect(await bytes(zip({ a: '1' }))).toEqual(await bytes(zip({ a: '1' })))
  })
})

describe('the next version', () => {
  it('raises the last number', () => {
    expect(nextVersion('1.0.9')).toBe('1.0.10')
    expect(nextVersion('2')).toBe('3')
    expect(nextVersion('draft')).toBe('')
  })
})
