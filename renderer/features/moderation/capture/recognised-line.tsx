import { Link } from 'lucide-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import type { Recognition } from '../../../../shared/contract/moderation-fields.ts'
import { NETWORK_NAMES, type Network } from '../../../../shared/domain/network.ts'
import { conversationNames } from '../../../../shared/i18n/conversation-names.ts'
import { api, client } from '../../../lib/api.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Dot } from '../../../ui/dot.tsx'
import { TextLink } from '../../../ui/link-button.tsx'
import { LiveText } from '../../../ui/live-text.tsx'
import { useCapture } from './capture-store.ts'
import styles from './capture.module.css'
import type { CaptureQuestion } from './use-capture-question.ts'

export interface RecognisedLineProps {
  readonly question: CaptureQuestion
}

/** What the text gave away that is in no field: the address, and why no channel follows from it. For ears, all of it. */
export function RecognisedLine({ question }: RecognisedLineProps) {
  const { found, isCurrent, settled } = question
  return (
    <div className={styles.recognised}>
      {found?.url && (
        <Chip title={found.url}>
          <Link size={12} aria-hidden />
          {found.network && <Dot network={found.network} />}
          <span className={styles.address}>{shortAddress(found.url)}</span>
        </Chip>
      )}
      {settled.channelId === null && found && <ChannelHint found={found} />}
      <LiveText text={useSpoken(question)} isCurrent={isCurrent} />
    </div>
  )
}

/** Why an address leads to no channel; only one that is missing is no mistake. Places without a network of their own say nothing of it. */
function ChannelHint({ found }: { readonly found: Recognition }) {
  const { t } = useTranslation('capture')
  const { url, network, channelId, channelIds } = found
  if (!url || network === 'other' || channelId !== null) return null
  if (network === null) return <p className={styles.hint}>{t('networkUnknown')}</p>
  if (channelIds.length > 0)
    return <p className={styles.hint}>{t('severalChannels', { network: NETWORK_NAMES[network] })}</p>
  return <MissingChannel network={network} />
}

/** The only channel of a network is the one its addresses lead to: once it is there, it is recognised. */
function MissingChannel({ network }: { readonly network: Network }) {
  const { t } = useTranslation('capture')
  const change = useCapture((state) => state.change)
  const name = NETWORK_NAMES[network]
  const add = useCommand(client.settings.addChannel, { done: t('channelAdded', { network: name }) })
  async function run() {
    if ((await add.run({ network, name })) === null) return
    const { channelId: _none, ...chosen } = useCapture.getState().draft.chosen
    change({ chosen })
  }
  return (
    <p className={styles.hint}>
      {t('noChannelOf', { network: name })}{' '}
      <TextLink isDisabled={add.isRunning} onPress={() => void run()}>
        {t('addChannel', { network: name })}
      </TextLink>
    </p>
  )
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
