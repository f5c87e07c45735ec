import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { api } from '../../../lib/api.ts'
import { ChoiceChips } from '../../../ui/choice-chips.tsx'
import { DatePicker } from '../../../ui/date-picker.tsx'
import { Dot } from '../../../ui/dot.tsx'
import { TextLink } from '../../../ui/link-button.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { WhenProblem } from './new-post-draft.ts'
import { useNewPost } from './new-post-store.ts'
import styles from './post.module.css'

export function ChannelChips() {
  const { t } = useTranslation('post')
  const { draft, change } = useNewPost()
  const channels = useQuery(api.settings.channels.queryOptions()).data ?? []
  const offered = channels.filter(({ id, isArchived }) => !isArchived || draft.channelIds.includes(id))
  if (offered.length === 0)
    return (
      <p className={styles.hint}>
        {t('new.noChannels')} <TextLink href="/settings?tab=channels">{t('new.toChannels')}</TextLink>
      </p>
    )
  return (
    <ChoiceChips
      label={t('new.channels')}
      options={offered.map(({ id, name, network }) => ({
        value: String(id),
        label: name,
        mark: <Dot network={network} />,
      }))}
      selected={draft.channelIds.map(String)}
      onChange={(ids) => change({ channelIds: ids.map(Number) })}
    />
  )
}

interface WhenFieldsProps {
  readonly problem: WhenProblem | null
  readonly isChecked: boolean
}

export function WhenFields({ problem, isChecked }: WhenFieldsProps) {
  const { t } = useTranslation('post')
  const { draft, change } = useNewPost()
  const told = isChecked ? problem : null
  return (
    <>
      <DatePicker
        label={t('new.day')}
        width="full"
        value={draft.day}
        onChange={(day) => change({ day })}
        errorMessage={told === 'dayMissing' ? t('new.problems.dayMissing') : undefined}
      />
      <TextField
        label={t('new.clock')}
        width="full"
        inputMode="numeric"
        autoComplete="off"
        maxLength={10}
        placeholder="11:30"
        value={draft.clock}
        onChange={(clock) => change({ clock })}
        errorMessage={told === 'clockMissing' || told === 'clockUnreadable' ? t(`new.problems.${told}`) : undefined}
      />
    </>
  )
}
