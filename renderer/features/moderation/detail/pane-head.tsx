import { ExternalLink } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import type { ConversationDetail } from '../../../../shared/contract/moderation-fields.ts'
import { conversationNames } from '../../../../shared/i18n/conversation-names.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Dot } from '../../../ui/dot.tsx'
import { LinkButton } from '../../../ui/link-button.tsx'
import { Stars } from '../stars.tsx'
import styles from './conversation-pane.module.css'
import { useLedgerZone } from './use-ledger-zone.ts'

/** What it is, where it came in and when, and the way there. */
export function PaneHead({ detail }: { readonly detail: ConversationDetail }) {
  const { t } = useTranslation('conversation')
  const format = useFormat()
  const timeZone = useLedgerZone()
  const { kind, network, channel, post, stars, batchCount, receivedAt, day } = detail
  const facts = [
    channel ?? t('head.noChannel'),
    ...(post === null ? [] : [t('head.toPost', { post })]),
    batchCount === null ? format.instant(receivedAt, timeZone) : format.day(day),
  ]
  return (
    <header className={styles.head}>
      <Dot network={network} />
      <div className={styles.facts}>
        <strong>{conversationNames(format.language).kinds[kind]}</strong>
        {stars !== null && <Stars count={stars} />}
        <span>{facts.join(' · ')}</span>
        <HeadChips detail={detail} />
      </div>
      <OpenLink url={detail.url} />
    </header>
  )
}

function HeadChips({ detail }: { readonly detail: ConversationDetail }) {
  const { t } = useTranslation('conversation')
  const { batchCount, crisis, measure, isContactBlocked } = detail
  return (
    <>
      {batchCount !== null && <Chip>{t('head.batch', { count: batchCount })}</Chip>}
      {crisis !== null && <Chip tone="danger">{t('head.crisis', { title: crisis })}</Chip>}
      {measure !== null && <Chip tone="warn">{t(`head.measures.${measure}`)}</Chip>}
      {isContactBlocked && measure !== 'blocked' && <Chip tone="warn">{t('head.blockedContact')}</Chip>}
    </>
  )
}

/** Opened by the system or in a new tab; what is no web address is never a link, wherever it came from. */
function OpenLink({ url }: { readonly url: string | null }) {
  const { t } = useTranslation('conversation')
  const address = url === null ? null : URL.parse(url)
  if (!address || !['https:', 'http:'].includes(address.protocol)) return null
  return (
    <LinkButton
      icon={ExternalLink}
      href={address.href}
      target="_blank"
      rel="noopener noreferrer"
      aria-description={t('head.openHelp', { host: address.host })}
    >
      {t('head.open')}
    </LinkButton>
  )
}
