import { TriangleAlert, X } from 'lucide-react'
import { useTranslation } from 'react-i18next'
import { dayAt } from '../../../../shared/domain/instant.ts'
import { isOverdue } from '../../../../shared/domain/post-status.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { IconButton } from '../../../ui/icon-button.tsx'
import { Popover } from '../../../ui/popover.tsx'
import { NamedChooser } from '../../../ui/record-chooser.tsx'
import { ChipTrigger } from './chip-trigger.tsx'
import styles from './post.module.css'
import { StatusMenu } from './status-menu.tsx'
import { shownVariants, useThisPost } from './this-post.ts'
import { TitleField } from './title-field.tsx'

export function PostHead({ onClose }: { onClose(): void }) {
  const { t } = useTranslation('post')
  return (
    <header className={styles.head}>
      <div className={styles.headLine}>
        <div className={styles.chips}>
          <StatusMenu />
          <BelongingChip list="pillar" />
          <BelongingChip list="campaign" />
        </div>
        <IconButton size="s" variant="quiet" icon={X} label={t('close')} onPress={onClose} />
      </div>
      <TitleField />
      <Facts />
      <Late />
    </header>
  )
}

function BelongingChip({ list }: { readonly list: 'pillar' | 'campaign' }) {
  const { t } = useTranslation('post')
  const { detail, draft, typing } = useThisPost()
  const id = list === 'pillar' ? draft.pillarId : draft.campaignId
  const name = list === 'pillar' ? detail.pillar : (detail.campaign?.name ?? null)
  return (
    <Popover
      label={t(`fields.${list}`)}
      trigger={
        <ChipTrigger tone={list === 'campaign' && name !== null ? 'accent' : 'neutral'} isOpen={name === null}>
          {name ?? t(`fields.${list}`)}
        </ChipTrigger>
      }
    >
      {(close) => (
        <NamedChooser
          autoFocus
          width="medium"
          list={list}
          label={t(`fields.${list}`)}
          noneLabel={t(`fields.none.${list}`)}
          value={id}
          isNone={id === null}
          onChange={(chosen) => {
            typing.choose(list === 'pillar' ? { pillarId: chosen } : { campaignId: chosen })
            if (chosen !== null) close()
          }}
          onChooseNone={() => {
            typing.choose(list === 'pillar' ? { pillarId: null } : { campaignId: null })
            close()
          }}
        />
      )}
    </Popover>
  )
}

/** When it is planned or came out, when its draft is due, whom it is for. */
function Facts() {
  const { t } = useTranslation('post')
  const format = useFormat()
  const { detail, variant, timeZone } = useThisPost()
  const shown = shownVariants({ detail, variant })
  const [first] = shown
  const isSame = shown.every((one) => one.plannedAt === first?.plannedAt && one.publishedAt === first.publishedAt)
  const time = () => {
    if (!first || !isSame) return t('facts.severalTimes')
    if (first.publishedAt !== null) return t('facts.published', { at: format.instant(first.publishedAt, timeZone) })
    if (first.publishedOn !== null) return t('facts.published', { at: format.day(first.publishedOn) })
    return first.plannedAt === null ? t('facts.undated') : format.instant(first.plannedAt, timeZone)
  }
  const { draftDueOn, audience } = detail
  const facts = [
    time(),
    ...(draftDueOn === null ? [] : [t('facts.draftDue', { day: format.dayShort(draftDueOn) })]),
    ...(audience === '' ? [] : [t('facts.audience', { audience })]),
  ]
  return <p className={styles.facts}>{facts.join(' · ')}</p>
}

const HOUR_MS = 3_600_000

/** Loud: what was to be out and is not. */
function Late() {
  const { t } = useTranslation('post')
  const format = useFormat()
  const { detail, variant, timeZone, now } = useThisPost()
  const today = dayAt(now, timeZone)
  const late = shownVariants({ detail, variant }).filter(
    (one) => isOverdue({ ...one, draftDueOn: detail.draftDueOn }, now, today) === 'publish',
  )
  const isDraftLate = shownVariants({ detail, variant }).some(
    (one) => isOverdue({ ...one, draftDueOn: detail.draftDueOn }, now, today) === 'draft',
  )
  const since = Math.min(...late.map(({ plannedAt }) => plannedAt ?? now))
  const hours = Math.floor((now - since) / HOUR_MS)
  const text = () => {
    if (late.length === 0) return t('late.draft', { day: format.dayShort(detail.draftDueOn ?? today) })
    if (hours < 1) return t('late.now')
    return hours < 48 ? t('late.hours', { count: hours }) : t('late.days', { count: Math.floor(hours / 24) })
  }
  if (late.length === 0 && !isDraftLate) return null
  return (
    <p className={styles.late} data-draft={late.length === 0 || undefined}>
      <TriangleAlert size={14} aria-hidden />
      {text()}
    </p>
  )
}
