/** The keys of the conversation that is shown, and its entries in the palette. */
import { useEffect, useMemo, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { type AppCommand, useAppCommands } from '../../../lib/commands.ts'
import type { ConversationAction } from './conversation-actions.ts'

/** `hasKeys`: false while the same keys act on several conversations that are chosen. */
export function useActionCommands(actions: readonly ConversationAction[], hasKeys: boolean): void {
  const { t } = useTranslation('conversation')
  const latest = useRef(actions)
  useEffect(() => {
    latest.current = actions
  })
  const possible = actions.filter(({ isDisabled }) => isDisabled !== true)
  useAppCommands(
    useMemo(
      () =>
        possible.map(({ id, title, icon, shortcut, opensField }): AppCommand => ({
          id: `moderation.${id}`,
          title,
          group: t('actions.group'),
          icon,
          ...(hasKeys && shortcut !== undefined && { shortcut }),
          ...(opensField === true && { opensField }),
          run: () => latest.current.find((action) => action.id === id)?.run(),
        })),
      // Actions are made anew with every rendering; what is registered changes only with what they are called.
      // oxlint-disable-next-line react-hooks/exhaustive-deps
      [t, hasKeys, possible.map(({ id, title }) => `${id} ${title}`).join('\n')],
    ),
  )
}
