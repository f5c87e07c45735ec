import { Check, Copy, ExternalLink } from 'lucide-react'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { VariantDetail } from '../../../../shared/contract/calendar-fields.ts'
import { networkHome } from '../../../../shared/domain/network-home.ts'
import { wordProblems } from '../../../../shared/domain/post-readiness.ts'
import { useCopying } from '../../../lib/use-copying.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { useNetworkName } from '../../../lib/network-name.ts'
import { Button } from '../../../ui/button.tsx'
import { LinkButton, TextLink } from '../../../ui/link-button.tsx'
import { useVariantDraft } from './post-saving.ts'
import styles from './post.module.css'
import { usePublishing } from './publishing-store.ts'
import { useThisPost } from './this-post.ts'
import { noteStatusRefusal, useStatusChange } from './use-status-change.ts'

/** Copy, open, say that it is out: the person publishes. */
export function PostActions() {
  const { t } = useTranslation('post')
  const { detail, variant } = useThisPost()
  if (variant !== null) return <VariantActions key={variant.id} variant={variant} />
  return detail.variants.length > 1 ? <p className={styles.hint}>{t('actions.chooseChannel')}</p> : <CopyButton />
}

function VariantActions({ variant }: { readonly variant: VariantDetail }) {
  const { t } = useTranslation('post')
  const networkName = useNetworkName()
  const publish = usePublishing((state) => state.show)
  const { id, network, status } = variant
  const home = network === null ? null : networkHome(network)
  const isOut = status === 'published'
  const canPublish = !isOut && status !== 'archived' && status !== 'cancelled'
  const own = useVariantDraft(variant)
  return (
    <>
      {isOut && <Published variant={variant} />}
      <CopyButton own={own.text} />
      {home !== null && network !== null && !isOut && (
        <span className={styles.home} title={t('actions.open', { network: networkName(network) })}>
          <LinkButton
            href={home}
            target="_blank"
            rel="noopener noreferrer"
            icon={ExternalLink}
            aria-label={t('actions.open', { network: networkName(network) })}
          >
            {networkName(network)}
          </LinkButton>
        </span>
      )}
      {canPublish && (
        <Button icon={Check} onPress={() => publish(id)}>
          {t('actions.published')}
        </Button>
      )}
    </>
  )
}

const COPIED_FOR_MS = 2_500

/** The words as they stand, with the link behind them unless they name it. */
function CopyButton({ own = null }: { readonly own?: string | null }) {
  const { t } = useTranslation('post')
  const { draft } = useThisPost()
  const [copied, copy] = useCopying()
  const [isShown, setIsShown] = useState(false)
  useEffect(() => {
    if (!isShown) return undefined
    const timer = setTimeout(() => setIsShown(false), COPIED_FOR_MS)
    return () => clearTimeout(timer)
  }, [isShown])
  const words = own ?? draft.text
  const link = draft.link.trim()
  const text = link === '' || words.includes(link) ? words : `${words.trimEnd()}\n\n${link}`.trimStart()
  const isCopied = isShown && copied === text
  return (
    <Button
      icon={isCopied ? Check : Copy}
      isDisabled={text.trim() === ''}
      onPress={() => void copy(text).then(() => setIsShown(true))}
    >
      {t(isCopied ? 'actions.copied' : 'actions.copy')}
    </Button>
  )
}

/** When it came out and where it can be seen; it can be put right, and taken back. */
function Published({ variant }: { readonly variant: VariantDetail }) {
  const { t } = useTranslation('post')
  const format = useFormat()
  const { detail, draft, timeZone } = useThisPost()
  const publish = usePublishing((state) => state.show)
  const { setStatus, isRunning, error } = useStatusChange(detail)
  const { id, publishedAt, publishedOn, permalink, network } = variant
  const at = publishedAt === null ? format.day(publishedOn ?? '') : format.instant(publishedAt, timeZone)
  const own = variant.format ?? draft.format
  const isRefused = wordProblems({ network, format: own, title: draft.title, text: variant.text ?? draft.text }).some(
    ({ severity }) => severity === 'blocks',
  )
  useEffect(() => {
    if (error) noteStatusRefusal(detail.id, error)
  }, [detail.id, error])
  return (
    <p className={styles.published}>
      <span>
        <Check size={14} aria-hidden /> {t('published.at', { at })}
      </span>
      <PermalinkLink permalink={permalink} />
      <TextLink onPress={() => publish(id)}>
        {t(permalink === null ? 'published.addLink' : 'published.change')}
      </TextLink>
      <TextLink isDisabled={isRunning} onPress={() => void setStatus([variant], isRefused ? 'draft' : 'ready')}>
        {t('published.takeBack')}
      </TextLink>
    </p>
  )
}

function PermalinkLink({ permalink }: { readonly permalink: string | null }) {
  const { t } = useTranslation('post')
  const address = permalink === null ? null : URL.parse(permalink)
  if (!address || !['https:', 'http:'].includes(address.protocol)) return null
  return (
    <TextLink href={address.href} target="_blank" rel="noopener noreferrer">
      {t('published.see', { host: address.host })}
    </TextLink>
  )
}
