import { useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { RevenueRow } from '../../../shared/contract/revenue.ts'
import { api, client } from '../../lib/api.ts'
import { type AppCommand, useAppCommands } from '../../lib/commands.ts'
import { useCommand } from '../../lib/use-command.ts'
import { Button } from '../../ui/button.tsx'
import { Dot } from '../../ui/dot.tsx'
import own from './revenue.module.css'
import { type Place, placeInput } from './touch-draft.ts'

export interface OriginChoicesProps {
  readonly asked: readonly RevenueRow[]
  readonly canSkip: boolean
  onAssigned(): void
  onSkip(): void
}

const MAX_KEYS = 9

/** The answers, each with its key. */
export function OriginChoices({ asked, canSkip, onAssigned, onSkip }: OriginChoicesProps) {
  const { t } = useTranslation('revenue')
  const channels = useQuery(api.settings.channels.queryOptions()).data
  const open = useMemo(() => (channels ?? []).filter((channel) => !channel.isArchived), [channels])
  const command = useCommand(client.revenue.assignOrigin, {
    done: t('origins.assigned', { count: asked.length }),
  })
  async function answer(place: Place) {
    if (command.isRunning || asked.length === 0) return
    const touch = { ...placeInput(place), campaignId: null, postId: null, conversationId: null }
    if (await command.run({ eventIds: asked.map((row) => row.eventId), touch })) onAssigned()
  }
  useAnswerKeys(open, answer, canSkip ? onSkip : null)
  return (
    <>
      <div className={own.choices}>
        {open.map((channel, index) => (
          <Button
            key={channel.id}
            size="l"
            isDisabled={command.isRunning}
            {...(index < MAX_KEYS && { shortcut: String(index + 1) })}
            onPress={() => void answer(channel.id)}
          >
            <Dot network={channel.network} /> {channel.name}
          </Button>
        ))}
        <Button size="l" shortcut="0" isDisabled={command.isRunning} onPress={() => void answer('other')}>
          {t('origins.other')}
        </Button>
        <Button size="l" variant="quiet" shortcut="s" isDisabled={!canSkip} onPress={onSkip}>
          {t('origins.skip')}
        </Button>
      </div>
      <p className={own.quiet}>{t('origins.keys')}</p>
    </>
  )
}

interface Choice {
  readonly id: number
  readonly name: string
}

/**
 * The keys stand in the list of keys, follow the setting for single keys, and rest while someone types. They are registered anew
 * with every purchase that is asked for.
 */
function useAnswerKeys(choices: readonly Choice[], answer: (place: Place) => Promise<void>, skip: (() => void) | null) {
  const { t } = useTranslation('revenue')
  const group = t('views.origins')
  const answering = (id: string, name: string, shortcut: string, place: Place): AppCommand => ({
    id: `revenue.origin.${id}`,
    title: t('origins.command', { name }),
    group,
    shortcut,
    run: () => void answer(place),
  })
  useAppCommands([
    ...choices.slice(0, MAX_KEYS).map(({ id, name }, index) => answering(String(id), name, String(index + 1), id)),
    answering('other', t('origins.other'), '0', 'other'),
    ...(skip ? [{ id: 'revenue.origin.skip', title: t('origins.skip'), group, shortcut: 'j', run: skip }] : []),
  ])
}
