import { useTranslation } from 'react-i18next'
import { MAX_FILES_AT_ONCE } from '../../../shared/domain/import-limits.ts'
import { showToast } from '../../ui/toast-store.ts'
import { addFiles } from './staging.ts'

/** Puts files into the draft and says what was left out, and why. */
export function useTakeFiles(): (files: readonly File[]) => void {
  const { t } = useTranslation('imports')
  return (files) => {
    const { known, tooMany } = addFiles(files)
    if (known > 0) showToast({ message: t('choose.known', { count: known }), topic: 'imports.files' })
    if (tooMany > 0) {
      showToast({
        message: t('choose.tooMany', { count: tooMany, limit: MAX_FILES_AT_ONCE }),
        tone: 'error',
        topic: 'imports.files',
      })
    }
  }
}
