import { Layers, Plus } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { useBatch } from './batch-store.ts'
import { useCapture } from './capture-store.ts'
import { CAPTURE_KEY } from './use-capture-commands.ts'

/** At the end of the title line of the log. */
export function CaptureActions() {
  const { t } = useTranslation('capture')
  const show = useCapture((state) => state.show)
  return (
    <>
      <Button icon={Layers} onPress={useBatch.getState().show}>
        {t('batch.command')}
      </Button>
      <Button variant="primary" icon={Plus} shortcut={CAPTURE_KEY} onPress={show}>
        {t('quick')}
      </Button>
    </>
  )
}
