/** Writes a copy of the ledger beside it and says where; from the button and from the palette. */
import i18next from 'i18next'
import { client } from '../../lib/api.ts'
import type { Format } from '../../lib/format.ts'
import { invalidateFeatures } from '../../lib/query-client.ts'
import { showToast } from '../../ui/toast-store.ts'

export async function backUp(format: Format): Promise<void> {
  const { path, bytes, receipts } = await client.safekeeping.backUp()
  await invalidateFeatures(['safekeeping'])
  const size = format.bytes(bytes)
  const { count, lost } = receipts
  const message =
    count === 0
      ? i18next.t('settings:data.backedUp', { size })
      : i18next.t('settings:data.backedUpWithReceipts', { size, count: count - lost })
  if (lost === 0) showToast({ message, description: path, tone: 'success' })
  else showToast({ message, description: i18next.t('settings:data.receiptsLost', { count: lost }), tone: 'error' })
}
