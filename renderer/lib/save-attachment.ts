/** Hands an attached file to the person: read in pieces, compared by the backend, saved as any download is. */
import i18next from 'i18next'
import { client } from './api.ts'
import { fromBase64 } from './base64.ts'
import { withReconnect } from './connection-error.ts'
import { download } from './download.ts'
import { describeError } from './errors.ts'
import { invalidateFeatures } from './query-client.ts'
import { showError } from './undo-actions.ts'
import { showToast } from '../ui/toast-store.ts'

export interface AttachedFile {
  readonly id: number
  readonly fileName: string
  readonly mediaType: string
}

export async function saveAttachment({ id, fileName, mediaType }: AttachedFile): Promise<void> {
  try {
    const pieces: Uint8Array<ArrayBuffer>[] = []
    for (let offset: number | null = 0; offset !== null;) {
      const from: number = offset
      const { base64, next }: { base64: string; next: number | null } = await withReconnect(() =>
        client.costs.readReceipt({ id, offset: from }),
      )
      pieces.push(fromBase64(base64))
      offset = next
    }
    download(new Blob(pieces, { type: mediaType }), fileName)
  } catch (error) {
    sayWhy(error, fileName)
  }
}

function sayWhy(error: unknown, fileName: string): void {
  const { code, data } = describeError(error)
  const reason = code === 'invalid_value' ? data['reason'] : null
  if (reason !== 'receipt_missing' && reason !== 'receipt_changed') {
    showError(error)
    return
  }
  const message = i18next.t(`costs:errors.${reason}`, { value: fileName })
  showToast({ message, tone: 'error' })
  // The list says so from now on.
  void invalidateFeatures(['costs', 'moderation'])
}
