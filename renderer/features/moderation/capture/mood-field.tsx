import { useTranslation } from 'react-i18next'
import { type Sentiment, SENTIMENTS } from '../../../../shared/domain/conversation.ts'
import { conversationNames } from '../../../../shared/i18n/conversation-names.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Segmented } from '../../../ui/segmented.tsx'
import { useCapture } from './capture-store.ts'
import styles from './capture.module.css'
import { LabelledGroup } from './labelled-group.tsx'
import type { CaptureQuestion } from './use-capture-question.ts'

const NONE = 'none'
/** Words that are shown; more say nothing more. */
const MOST_WORDS = 4

/** How it sounds: proposed by its words, which are shown; whoever chooses has the last word. */
export function MoodField({ question: { draft, found, settled } }: { readonly question: CaptureQuestion }) {
  const { t } = useTranslation('capture')
  const format = useFormat()
  const choose = useCapture((state) => state.choose)
  const { sentiments } = conversationNames(format.language)
  const isOwn = draft.chosen.sentiment !== undefined
  const words = (found?.sentimentWords ?? []).slice(0, MOST_WORDS).map((word) => t('quoted', { word }))
  return (
    <LabelledGroup label={t('mood')}>
      <Segmented<Sentiment | typeof NONE>
        label={t('mood')}
        value={settled.sentiment ?? NONE}
        options={[
          ...SENTIMENTS.map((value) => ({ value, label: sentiments[value] })),
          { value: NONE, label: t('noMood') },
        ]}
        onChange={(value) => choose({ sentiment: value === NONE ? null : value })}
      />
      <p className={styles.why}>
        {isOwn ? t('moodOwn') : words.length > 0 ? t('moodBecause', { words: format.list(words) }) : t('moodOpen')}
      </p>
    </LabelledGroup>
  )
}
