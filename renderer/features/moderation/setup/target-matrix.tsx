/** By when a first answer is due, by channel and kind. An empty cell shows what it inherits. */
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ResponseTargetRow } from '../../../../shared/contract/moderation-setup.ts'
import type { Channel } from '../../../../shared/contract/settings.ts'
import { CONVERSATION_KINDS, type ConversationKind } from '../../../../shared/domain/conversation.ts'
import { targetMinutes } from '../../../../shared/domain/response-target.ts'
import { conversationNames } from '../../../../shared/i18n/conversation-names.ts'
import { api, client } from '../../../lib/api.ts'
import { readServiceMinutes, showServiceMinutes } from '../../../lib/service-minutes.ts'
import { useChange } from '../../../lib/use-change.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Card } from '../../../ui/card.tsx'
import { ChannelName } from '../../../ui/dot.tsx'
import { QueryFrame } from '../../../ui/query-frame.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import styles from './setup.module.css'

const COLUMNS = [null, ...CONVERSATION_KINDS] as const

export function TargetsCard({ channels }: { readonly channels: readonly Channel[] }) {
  const { t } = useTranslation('moderationSetup')
  const targets = useQuery(api.moderation.responseTargets.queryOptions())
  return (
    <QueryFrame query={targets}>
      {(rows) => (
        <Card title={t('targets.title')} isFlush footer={t('targets.settles')}>
          <TargetMatrix channels={channels} targets={rows} />
        </Card>
      )}
    </QueryFrame>
  )
}

interface TargetMatrixProps {
  readonly channels: readonly Channel[]
  readonly targets: readonly ResponseTargetRow[]
}

function TargetMatrix({ channels, targets }: TargetMatrixProps) {
  const { t } = useTranslation('moderationSetup')
  const { kinds } = conversationNames(useFormat().language)
  const kindName = (kind: ConversationKind | null) => (kind === null ? t('targets.allKinds') : kinds[kind])
  const rows = [null, ...channels]
  return (
    <div className={styles.matrix}>
      <table aria-label={t('targets.table')}>
        <thead>
          <tr>
            <th scope="col">{t('targets.channel')}</th>
            {COLUMNS.map((kind) => (
              <th key={kind ?? 'all'} scope="col">
                {kindName(kind)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((channel) => (
            <tr key={channel?.id ?? 'all'}>
              <th scope="row">
                {channel === null ? (
                  t('targets.allChannels')
                ) : (
                  <ChannelName network={channel.network}>{channel.name}</ChannelName>
                )}
              </th>
              {COLUMNS.map((kind) => (
                <TargetCell
                  key={kind ?? 'all'}
                  channelId={channel?.id ?? null}
                  kind={kind}
                  targets={targets}
                  name={t('targets.cell', {
                    channel: channel?.name ?? t('targets.allChannels'),
                    kind: kindName(kind),
                  })}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

interface TargetCellProps {
  readonly channelId: number | null
  readonly kind: ConversationKind | null
  readonly targets: readonly ResponseTargetRow[]
  readonly name: string
}

function TargetCell({ channelId, kind, targets, name }: TargetCellProps) {
  const cell = useTargetCell({ channelId, kind, targets, name })
  return (
    <td data-set={cell.isSet || undefined}>
      <TextField
        label={name}
        isLabelHidden
        autoComplete="off"
        maxLength={20}
        placeholder={cell.inherited}
        value={cell.shown}
        onChange={cell.type}
        onBlur={() => void cell.commit()}
        onKeyDown={(event) => {
          if (event.key === 'Enter') void cell.commit()
          if (event.key === 'Escape') cell.forget()
        }}
        errorMessage={cell.problem}
      />
    </td>
  )
}

function useTargetCell({ channelId, kind, targets, name }: TargetCellProps) {
  const { t } = useTranslation('moderationSetup')
  const change = useChange()
  const [draft, setDraft] = useState<string | null>(null)
  const [isChecked, setIsChecked] = useState(false)
  const own = targets.find((target) => target.channelId === channelId && target.kind === kind)
  const show = (minutes: number | null) => (minutes === null ? t('targets.none') : showServiceMinutes(minutes))
  const inherited = inheritedMinutes(targets, own, channelId, kind)
  const reading = readServiceMinutes(draft ?? '')
  const isUnreadable = reading.kind === 'invalid' || reading.kind === 'tooLong'

  async function remove(): Promise<boolean> {
    if (own === undefined) return true
    const time = inherited === null ? t('targets.noneSpoken') : show(inherited)
    const label = t('targets.inherited', { cell: name, time })
    const call = (commandId: string) => client.moderation.removeResponseTarget({ commandId, channelId, kind })
    return (await change.run(call, label)) !== null
  }

  async function set(minutes: number | null): Promise<boolean> {
    if (own !== undefined && own.minutes === minutes) return true
    const target = { channelId, kind, minutes }
    const label =
      minutes === null
        ? t('targets.savedNone', { cell: name })
        : t('targets.saved', { cell: name, time: show(minutes) })
    const call = (commandId: string) => client.moderation.setResponseTarget({ commandId, target })
    return (await change.run(call, label)) !== null
  }

  async function commit() {
    setIsChecked(true)
    if (draft === null || change.isRunning || isUnreadable) return
    const isDone =
      reading.kind === 'empty' ? await remove() : await set(reading.kind === 'minutes' ? reading.minutes : null)
    if (isDone) setDraft(null)
  }

  return {
    shown: draft ?? (own === undefined ? '' : show(own.minutes)),
    inherited: show(inherited),
    isSet: own !== undefined,
    problem: isChecked && draft !== null && isUnreadable ? t(`targets.${reading.kind}`) : change.error?.title,
    type: (text: string) => {
      setDraft(text)
      setIsChecked(false)
      change.clearError()
    },
    commit,
    forget: () => setDraft(null),
  }
}

/** What holds for a cell without its own target. A cell of all kinds inherits only from those of all kinds. */
function inheritedMinutes(
  targets: readonly ResponseTargetRow[],
  own: ResponseTargetRow | undefined,
  channelId: number | null,
  kind: ConversationKind | null,
): number | null {
  const others = targets.filter((target) => target !== own && (kind !== null || target.kind === null))
  return targetMinutes(others, { channelId, kind: kind ?? 'comment' })
}
