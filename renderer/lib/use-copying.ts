import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { showToast } from '../ui/toast-store.ts'

/** The text that was copied last, and how to copy one. A clipboard that is closed says so. */
export function useCopying(): readonly [string | null, (text: string) => Promise<void>] {
  const { t } = useTranslation('ui')
  const [copied, setCopied] = useState<string | null>(null)
  async function copy(text: string) {
    try {
      await navigator.clipboard.writeText(text)
      setCopied(text)
    } catch {
      setCopied(null)
      showToast({ message: t('error.copyRefused'), tone: 'error', topic: 'clipboard' })
    }
  }
  return [copied, copy]
}
