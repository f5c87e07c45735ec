/** Hands a file over to the backend in small pieces. */
import { UPLOAD_CHUNK_BYTES } from '../../shared/domain/import-limits.ts'
import { toBase64 } from './base64.ts'

interface CallOptions {
  readonly signal?: AbortSignal
}

/** Procedures that announce a file and take its pieces. */
export interface UploadTarget {
  stage(input: { name: string; bytes: number }, options: CallOptions): Promise<{ handle: string }>
  append(input: { handle: string; base64: string }, options: CallOptions): Promise<{ receivedBytes: number }>
}

/** Answers the handle under which the backend keeps the file. */
export async function handOver(
  file: File,
  target: UploadTarget,
  signal: AbortSignal,
  onSent?: (bytes: number) => void,
): Promise<string> {
  const { handle } = await target.stage({ name: file.name, bytes: file.size }, { signal })
  for (let offset = 0; offset < file.size; offset += UPLOAD_CHUNK_BYTES) {
    const piece = await file.slice(offset, offset + UPLOAD_CHUNK_BYTES).arrayBuffer()
    const { receivedBytes } = await target.append({ handle, base64: toBase64(new Uint8Array(piece)) }, { signal })
    onSent?.(receivedBytes)
  }
  return handle
}
