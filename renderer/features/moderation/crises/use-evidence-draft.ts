/** Pictures and PDF that go along with an entry of the log. */
import { useTranslation } from 'react-i18next'
import { evidenceProblem, MAX_FILES_OF_COMMAND } from '../../../../shared/domain/receipt-file.ts'
import { type FileDraft, useFileDraft } from '../../../lib/use-file-draft.ts'

const NONE: readonly { readonly id: number }[] = []

export type EvidenceDraft = FileDraft<{ readonly id: number }>

/** What waits to be attached to a conversation is kept under this name. */
export function evidenceOfConversation(id: number): string {
  return `conversation ${id} evidence`
}

/** `keptAs` is what they go along with: they are there again where one comes back to it. */
export function useEvidenceDraft(keptAs: string): EvidenceDraft {
  const { t } = useTranslation('crisisParts')
  return useFileDraft(NONE, {
    keptAs,
    maximum: MAX_FILES_OF_COMMAND,
    problemOf: evidenceProblem,
    say: {
      tooMany: () => t('evidence.tooMany', { count: MAX_FILES_OF_COMMAND }),
      tooLarge: (values) => t('evidence.tooLarge', values),
      failed: (name) => t('evidence.failed', { name }),
      reason: (reason, name) => t(`evidence.problems.${reason}`, { name }),
    },
  })
}
