import { useTranslation } from 'react-i18next'
import { client } from '../../../lib/api.ts'
import { useCommand } from '../../../lib/use-command.ts'

/** Applies all rules, or one of them, to what is open. */
export function useApplyRules(name?: string) {
  const { t } = useTranslation('moderationSetup')
  const command = useCommand(client.moderation.applyRules, {
    done: ({ isUndoable }) => {
      if (!isUndoable) return t('rules.appliedNothing')
      return name === undefined ? t('rules.appliedAll') : t('rules.applied', { name })
    },
  })
  return { isRunning: command.isRunning, run: (id: number | null) => command.run({ id }) }
}
