import { Layers } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { showToast } from '../../../ui/toast-store.ts'
import { isWholeBatch } from './batch-draft.ts'
import { useBatch } from './batch-store.ts'
import { type CaptureDraft, isUntouched } from './capture-draft.ts'
import { useCapture } from './capture-store.ts'
import { useBatchReading } from './use-batch-reading.ts'

/** "20 Kommentare, 15 Minuten" in the field for one conversation is meant as a batch, as a rule: offered, never done by itself. */
export function BatchOffer({ draft }: { readonly draft: CaptureDraft }) {
  const { t } = useTranslation('capture')
  const { reading } = useBatchReading(draft.text)
  // Whatever else was entered would be lost with it.
  if (!isUntouched({ ...draft, text: '' }) || !isWholeBatch(draft.text, reading)) return null

  function moveToBatch() {
    const { text } = useCapture.getState().take(false)
    const bringBack = useBatch.getState().begin(text.replace(/\s+/g, ' ').trim())
    if (bringBack)
      showToast({ message: t('discarded'), topic: 'capture', action: { label: t('bringBack'), run: bringBack } })
  }
  return (
    <Button size="s" variant="quiet" icon={Layers} onPress={moveToBatch}>
      {t('batch.offer')}
    </Button>
  )
}
