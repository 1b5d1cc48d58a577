// Writes a zip of stored (uncompressed) text files; enough for a small rule pack.
const CRC = Array.from({ length: 256 }, (_, byte) => {
  let value = byte
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1
  return value >>> 0
})

function crc32(bytes) {
  return ~bytes.reduce((crc, byte) => CRC[(crc ^ byte) & 0xff] ^ (crc >>> 8), 0xffffffff) >>> 0
}

/** The members that the local and the central header have in common. */
function header(name, content) {
  const fixed = Buffer.alloc(26)
  fixed.writeUInt16LE(20, 0)
  fixed.writeUInt16LE(0x0800, 2)
  fixed.writeUInt16LE(0x21, 8)
  fixed.writeUInt32LE(crc32(content), 10)
  fixed.writeUInt32LE(content.length, 14)
  fixed.writeUInt32LE(content.length, 18)
  fixed.writeUInt16LE(name.length, 22)
  return fixed
}

/** @param files text by path */
export function zip(files) {
  const local = []
  const central = []
  let offset = 0
  for (const [path, text] of Object.entries(files)) {
    const name = Buffer.from(path)
    const content = Buffer.from(text)
    const common = header(name, content)
    const entry = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, name, content])
    const rest = Buffer.alloc(14)
    rest.writeUInt32LE(offset, 10)
    central.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, rest, name)
    local.push(entry)
    offset += entry.length
  }
  const directory = Buffer.concat(central)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(local.length, 8)
  end.writeUInt16LE(local.length, 10)
  end.writeUInt32LE(directory.length, 12)
  end.writeUInt32LE(offset, 16)
  return Buffer.concat([...local, directory, end])
}
