/** What is said about the idea beside its words. */
import { useTranslation } from 'react-i18next'
import { MAX_BRIEF_LENGTH } from '../../../../shared/domain/post-lengths.ts'
import { DatePicker } from '../../../ui/date-picker.tsx'
import { Fold } from '../../../ui/fold.tsx'
import { NamedChooser } from '../../../ui/record-chooser.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import { TextField } from '../../../ui/text-field.tsx'
import type { Day } from '../../../../shared/domain/day.ts'
import { draftProblemsOf } from './post-draft.ts'
import styles from './post.module.css'
import { useThisPost } from './this-post.ts'

const MAX_LINK = 2_000
const MAX_AUDIENCE = 200

export function LinkField() {
  const { t } = useTranslation('post')
  const { draft, typing } = useThisPost()
  const problem = draftProblemsOf({ link: draft.link }).link
  return (
    <TextField
      label={t('fields.link')}
      type="url"
      inputMode="url"
      autoComplete="off"
      maxLength={MAX_LINK}
      placeholder="https://"
      value={draft.link}
      onChange={(link) => typing.post({ link })}
      errorMessage={problem && t('problems.noAddress')}
    />
  )
}

export function DetailFields() {
  const { t } = useTranslation('post')
  const { draft, typing } = useThisPost()
  const isSaid = draft.brief !== '' || draft.audience !== '' || draft.clientId !== null || draft.draftDueOn !== null
  return (
    <Fold summary={t('details.title')} isOpen={isSaid}>
      <div className={styles.stack}>
        <TextArea
          label={t('fields.brief')}
          rows={3}
          maxLength={MAX_BRIEF_LENGTH}
          value={draft.brief}
          onChange={(brief) => typing.post({ brief }, 'pause')}
        />
        <TextField
          label={t('fields.audience')}
          autoComplete="off"
          maxLength={MAX_AUDIENCE}
          value={draft.audience}
          onChange={(audience) => typing.post({ audience })}
        />
        <div className={styles.pair}>
          <DatePicker
            label={t('fields.draftDueOn')}
            width="full"
            value={draft.draftDueOn}
            onChange={(day) => typing.post({ draftDueOn: day as Day | null })}
          />
          <NamedChooser
            list="client"
            label={t('fields.client')}
            noneLabel={t('fields.none.client')}
            value={draft.clientId}
            isNone={draft.clientId === null}
            onChange={(clientId) => typing.choose({ clientId })}
            onChooseNone={() => typing.choose({ clientId: null })}
          />
        </div>
      </div>
    </Fold>
  )
}
