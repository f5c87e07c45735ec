/** Bytes → base64; by the engine where it can, else piece by piece, because `String.fromCharCode` takes only so many arguments. */
export function toBase64(bytes: Uint8Array): string {
  const engine = bytes as Uint8Array & { toBase64?: () => string }
  if (engine.toBase64) return engine.toBase64()
  let binary = ''
  for (let offset = 0; offset < bytes.length; offset += pieceLength) {
    binary += String.fromCharCode(...bytes.subarray(offset, offset + pieceLength))
  }
  return btoa(binary)
}

const pieceLength = 8192

/** base64 → bytes. */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text)
  const bytes = new Uint8Array(binary.length)
  for (let index = 0; index < binary.length; index += 1) bytes[index] = binary.charCodeAt(index)
  return bytes
}
