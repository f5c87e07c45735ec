/** Writes a copy of the ledger beside it and says where; from the button and from the palette. */
import i18next from 'i18next'
import { client } from '../../lib/api.ts'
import type { Format } from '../../lib/format.ts'
import { invalidateFeatures } from '../../lib/query-client.ts'
import { showToast } from '../../ui/toast-store.ts'

export async function backUp(format: Format): Promise<void> {
  const { path, bytes } = await client.safekeeping.backUp()
  await invalidateFeatures(['safekeeping'])
  const message = i18next.t('settings:data.backedUp', { size: format.bytes(bytes) })
  showToast({ message, description: path, tone: 'success' })
}
