/** A zip archive of texts, stored as they are: a pack is small, and any tool opens it. */
export function zip(files: Record<string, string>): Blob {
  const entries = Object.entries(files).map(([name, text]) => entry(name, text))
  const parts: Uint8Array[] = []
  const directory: Uint8Array[] = []
  let offset = 0
  for (const { name, content, sum } of entries) {
    const local = joined([numbers(['4', 0x04034b50], ...common(content, name, sum)), name, content])
    directory.push(
      joined([
        numbers(['4', 0x02014b50], ['2', 20], ...common(content, name, sum), ['2', 0], ['2', 0], ['2', 0], ['4', 0], ['4', offset]),
        name,
      ]),
    )
    parts.push(local)
    offset += local.length
  }
  const index = joined(directory)
  const count: Field = ['2', entries.length]
  const end = numbers(['4', 0x06054b50], ['2', 0], ['2', 0], count, count, ['4', index.length], ['4', offset], ['2', 0])
  return new Blob([joined([...parts, index, end])], { type: 'application/zip' })
}

/** Width in bytes and value. */
type Field = ['2' | '4', number]

/** 1980-01-01, the first day of the format: the same texts give the same archive. */
const FIRST_DAY = 0x21
const UTF8_NAMES = 0x0800

function entry(path: string, text: string) {
  const content = new TextEncoder().encode(text)
  return { name: new TextEncoder().encode(path), content, sum: checksum(content) }
}

function common(content: Uint8Array, name: Uint8Array, sum: number): Field[] {
  return [
    ['2', 20], ['2', UTF8_NAMES], ['2', 0], ['2', 0], ['2', FIRST_DAY],
    ['4', sum], ['4', content.length], ['4', content.length], ['2', name.length], ['2', 0],
  ]
}

function numbers(...fields: Field[]): Uint8Array {
  const view = new DataView(new ArrayBuffer(fields.reduce((all, [width]) => all + Number(width), 0)))
  let at = 0
  for (const [width, value] of fields) {
    if (width === '2') view.setUint16(at, value, true)
    else view.setUint32(at, value, true)
    at += Number(width)
  }
  return new Uint8Array(view.buffer)
}

function joined(parts: Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}

/** CRC-32 as zip archives have it. */
function checksum(content: Uint8Array): number {
  let sum = 0xffffffff
  for (const byte of content) {
    sum ^= byte
    for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0)
  }
  return (sum ^ 0xffffffff) >>> 0
}
