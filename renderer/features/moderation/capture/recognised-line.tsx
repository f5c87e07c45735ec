import { Link } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { NETWORK_NAMES } from '../../../../shared/domain/network.ts'
import { conversationNames } from '../../../../shared/i18n/conversation-names.ts'
import { api } from '../../../lib/api.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Dot } from '../../../ui/dot.tsx'
import { LiveText } from '../../../ui/live-text.tsx'
import styles from './capture.module.css'
import type { CaptureQuestion } from './use-capture-question.ts'

export interface RecognisedLineProps {
  readonly question: CaptureQuestion
}

/** What the text gave away that is in no field: the address, and why no channel follows from it. For ears, all of it. */
export function RecognisedLine({ question }: RecognisedLineProps) {
  const { found, isCurrent, settled } = question
  const hint = useChannelHint(question)
  return (
    <div className={styles.recognised}>
      {found?.url && (
        <Chip title={found.url}>
          <Link size={12} aria-hidden />
          {found.network && <Dot network={found.network} />}
          <span className={styles.address}>{shortAddress(found.url)}</span>
        </Chip>
      )}
      {settled.channelId === null && hint !== null && <p className={styles.hint}>{hint}</p>}
      <LiveText text={useSpoken(question)} isCurrent={isCurrent} />
    </div>
  )
}

/** Why an address leads to no channel; only one that is missing is no mistake. */
function useChannelHint({ found }: CaptureQuestion): string | null {
  const { t } = useTranslation('capture')
  if (!found?.url) return null
  if (found.network === null) return t('networkUnknown')
  if (found.channelId !== null) return null
  const network = NETWORK_NAMES[found.network]
  return t(found.channelIds.length > 0 ? 'severalChannels' : 'noChannelOf', { network })
}

function shortAddress(url: string): string {
  return url.replace(/^https?:\/\/(?:www\.)?/, '').replace(/\/$/, '')
}

function useSpoken({ draft, found, settled }: CaptureQuestion): string {
  const { t } = useTranslation('capture')
  const format = useFormat()
  const { kinds, sentiments } = conversationNames(format.language)
  const channels = useQuery(api.settings.channels.queryOptions()).data ?? []
  if (found === null || draft.text.trim() === '') return ''
  const parts = [
    channels.find(({ id }) => id === settled.channelId)?.name,
    found.kind && kinds[settled.kind],
    found.post?.title,
    settled.stars === null ? null : t('starCount', { count: settled.stars }),
    settled.sentiment && sentiments[settled.sentiment],
  ].filter((part) => typeof part === 'string')
  return parts.length === 0 ? t('foundNothing') : t('found', { parts: format.list(parts) })
}
