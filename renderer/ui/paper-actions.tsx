import { useQuery } from '@tanstack/react-query'
import { FileDown, Printer } from 'lucide-react'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { api } from '../lib/api.ts'
import { Button } from './button.tsx'
import { showToast } from './toast-store.ts'

/** The document of the page on paper: printed everywhere, saved as PDF where the host can. */
export function PaperActions({ fileName }: { readonly fileName: string }) {
  const { t } = useTranslation('ui')
  const capabilities = useQuery(api.app.status.queryOptions()).data?.capabilities
  const [isSaving, setIsSaving] = useState(false)
  const desktop = capabilities?.savePdf === true ? window.gegenwertDesktop : undefined

  async function savePdf(bridge: NonNullable<typeof desktop>) {
    setIsSaving(true)
    await picturesShown()
    const outcome = await bridge.savePdf(fileName)
    setIsSaving(false)
    if (outcome.outcome === 'done') showToast({ message: t('paper.pdfSaved'), tone: 'success' })
    if (outcome.outcome === 'failed') {
      showToast({ message: t('paper.pdfFailed'), description: outcome.reason, tone: 'error' })
    }
  }

  return (
    <>
      <Button
        {...(!desktop && { variant: 'primary' as const })}
        icon={Printer}
        onPress={() => void picturesShown().then(() => window.print())}
      >
        {t('paper.print')}
      </Button>
      {desktop && (
        <Button variant="primary" icon={FileDown} isPending={isSaving} onPress={() => void savePdf(desktop)}>
          {t('paper.savePdf')}
        </Button>
      )}
    </>
  )
}

/** What is on its way must not be missing on paper; a picture that cannot be shown keeps nobody from printing. */
async function picturesShown(): Promise<void> {
  const pictures = [...document.querySelectorAll<HTMLImageElement>('.report img')]
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)))
}
