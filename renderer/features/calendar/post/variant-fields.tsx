/** When and as what: of one channel, or of all with the master text. */
import { useTranslation } from 'react-i18next'
import { client } from '../../../lib/api.ts'
import { useChange } from '../../../lib/use-change.ts'
import type { VariantDetail } from '../../../../shared/contract/calendar-fields.ts'
import { useFormat } from '../../../lib/use-format.ts'
import type { PostFormat } from '../../../../shared/domain/post-format.ts'
import { POST_FORMATS } from '../../../../shared/domain/post-format.ts'
import { postFormatNames } from '../../../../shared/i18n/post-format-names.ts'
import { MomentField } from '../../../ui/moment-field.tsx'
import { Select } from '../../../ui/select.tsx'
import { nextFullHour } from './new-post-draft.ts'
import { useVariantDraft } from './post-saving.ts'
import styles from './post.module.css'
import { isAlone, useThisPost } from './this-post.ts'
import type { Instant } from '../../../../shared/domain/instant.ts'
import { useState } from 'react'

const NONE = 'none'

interface FormatSelectProps {
  readonly label: string
  readonly noneLabel: string
  readonly value: PostFormat | null
  onChange(format: PostFormat | null): void
}

export function FormatSelect({ label, noneLabel, value, onChange }: FormatSelectProps) {
  const names = postFormatNames(useFormat().language)
  return (
    <Select<PostFormat | typeof NONE>
      label={label}
      options={[
        { value: NONE, label: noneLabel },
        ...POST_FORMATS.map((format) => ({ value: format, label: names[format] })),
      ]}
      value={value ?? NONE}
      onChange={(format) => onChange(format === NONE ? null : format)}
    />
  )
}

export function VariantFields({ variant }: { readonly variant: VariantDetail }) {
  const { t } = useTranslation('post')
  const names = postFormatNames(useFormat().language)
  const post = useThisPost()
  const { draft, typing, timeZone, now } = post
  const own = useVariantDraft(variant)
  const isOfAll = isAlone(post) && own.format === null
  const ofPost = draft.format === null ? t('fields.none.format') : t('fields.likePost', { format: names[draft.format] })
  return (
    <div className={styles.pair}>
      {variant.publishedOn === null && (
        <MomentField
          label={t('fields.plannedAt')}
          value={own.plannedAt}
          placeholder={nextFullHour(now)}
          timeZone={timeZone}
          onChange={(plannedAt) => typing.variant(variant.id, { plannedAt })}
        />
      )}
      {isOfAll ? (
        <FormatSelect
          label={t('fields.format')}
          noneLabel={t('fields.none.format')}
          value={draft.format}
          onChange={(format) => typing.choose({ format })}
        />
      ) : (
        <FormatSelect
          label={t('fields.formatHere')}
          noneLabel={ofPost}
          value={own.format}
          onChange={(format) => {
            typing.variant(variant.id, { format })
            void typing.keep()
          }}
        />
      )}
    </div>
  )
}

/** One time for all channels that are not out yet, and the format they share. */
export function MasterTimeField() {
  const { t } = useTranslation('post')
  const { detail, draft, typing, timeZone, now } = useThisPost()
  const change = useChange('toast')
  const open = detail.variants.filter(({ publishedOn }) => publishedOn === null)
  const [first] = open
  const isSame = open.every(({ plannedAt }) => plannedAt === first?.plannedAt)
  const common = isSame ? (first?.plannedAt ?? null) : null
  const [typed, setTyped] = useState<Instant | null | undefined>(undefined)

  async function keep() {
    if (typed === undefined) return
    const moves = open.map(({ id }) => ({ id, plannedAt: typed }))
    if (typed !== common && moves.length > 0)
      await change.run((commandId) => client.calendar.move({ commandId, moves }), t('done.edited'), true)
    setTyped((latest) => (latest === typed ? undefined : latest))
  }

  return (
    <div className={styles.pair}>
      {open.length > 0 && (
        <div
          onBlur={({ currentTarget, relatedTarget }) => {
            if (!currentTarget.contains(relatedTarget)) void keep()
          }}
        >
          <MomentField
            label={open.length > 1 ? t('fields.plannedAtAll') : t('fields.plannedAt')}
            value={typed === undefined ? common : typed}
            placeholder={first?.plannedAt ?? nextFullHour(now)}
            timeZone={timeZone}
            onChange={setTyped}
            {...(!isSame && { description: t('fields.severalTimes') })}
          />
        </div>
      )}
      <FormatSelect
        label={t('fields.format')}
        noneLabel={t('fields.none.format')}
        value={draft.format}
        onChange={(format) => typing.choose({ format })}
      />
    </div>
  )
}
