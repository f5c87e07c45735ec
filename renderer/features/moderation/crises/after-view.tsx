import { useQuery } from '@tanstack/react-query'
import { Trans, useTranslation } from 'react-i18next'
import type { CrisisDetail, CrisisFigures } from '../../../../shared/contract/crises.ts'
import { api, client } from '../../../lib/api.ts'
import { useKeptDraft } from '../../../lib/kept-drafts.ts'
import { useCommand } from '../../../lib/use-command.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { ErrorPanel } from '../../../ui/error-panel.tsx'
import { KeyValues } from '../../../ui/key-values.tsx'
import { Columns } from '../../../ui/page.tsx'
import { QueryFrame } from '../../../ui/query-frame.tsx'
import { Figure, Sentence } from '../../../ui/sentence.tsx'
import { TextArea } from '../../../ui/text-area.tsx'
import styles from './crises.module.css'
import { MoodChart } from './mood-chart.tsx'
import { useCrisisWords } from './use-crisis-words.ts'

/** Looking back: what it took, how it sounded, and what is learnt from it. */
export function AfterView({ crisis }: { readonly crisis: CrisisDetail }) {
  const query = useQuery(api.moderation.crisisFigures.queryOptions({ input: { id: crisis.id } }))
  return (
    <div className={styles.stack}>
      <QueryFrame query={query}>
        {(figures) => (
          <>
            <CrisisSentence crisis={crisis} figures={figures} />
            <Columns template="400px minmax(0, 1fr)">
              <FiguresCard crisis={crisis} figures={figures} />
              <MoodChart figures={figures} />
            </Columns>
          </>
        )}
      </QueryFrame>
      <LessonsCard key={crisis.id} crisis={crisis} />
    </div>
  )
}

interface FiguresOfCrisisProps {
  readonly crisis: CrisisDetail
  readonly figures: CrisisFigures
}

function CrisisSentence({ crisis, figures }: FiguresOfCrisisProps) {
  const { t } = useTranslation('crises')
  const format = useFormat()
  const words = useCrisisWords()
  const isOpen = crisis.closedAt === null
  const isFree = figures.seconds === 0 && figures.costCents === 0
  const values = {
    span: words.spanIn(figures.durationSeconds),
    messages: t('after.messages', { count: figures.messages }),
    hours: format.duration(figures.seconds),
    cost: format.money(figures.costCents),
  }
  const key = isFree ? (isOpen ? 'after.openFree' : 'after.closedFree') : isOpen ? 'after.open' : 'after.closed'
  return (
    <Sentence size="m" detail={isFree ? t('after.freeHelp') : t('after.costHelp')}>
      <Trans
        t={t}
        i18nKey={key}
        values={values}
        components={{ figure: <Figure>{''}</Figure>, cost: <Figure tone="cost">{''}</Figure> }}
      />
    </Sentence>
  )
}

function FiguresCard({ crisis, figures }: FiguresOfCrisisProps) {
  const { t } = useTranslation('crises')
  const format = useFormat()
  const words = useCrisisWords()
  const { informed, reach } = figures
  const span = (seconds: number | null) => (seconds === null ? '–' : words.span(seconds))
  return (
    <Card title={t('after.figures')}>
      <KeyValues
        items={[
          {
            label: t('after.duration'),
            value: words.span(figures.durationSeconds),
            ...(crisis.startedAt < crisis.openedAt && {
              remark: t('after.fromFirst', { at: words.at(crisis.startedAt) }),
            }),
          },
          {
            label: t('after.conversations'),
            value: format.number(figures.conversations),
            ...(figures.unanswered > 0 && { remark: t('after.unanswered', { count: figures.unanswered }) }),
          },
          { label: t('after.firstAnswer'), value: span(figures.firstAnswerSeconds) },
          { label: t('after.firstStatement'), value: span(figures.firstStatementSeconds) },
          {
            label: t('after.median'),
            value: figures.medianResponseSeconds === null ? '–' : format.duration(figures.medianResponseSeconds),
            remark: t('after.serviceTime'),
          },
          { label: t('after.hours'), value: format.duration(figures.seconds) },
          {
            label: t('after.cost'),
            value: format.money(figures.costCents),
            ...(figures.isCostOpen && { remark: t('after.costOpen') }),
          },
          informed.needed === 0
            ? null
            : {
                label: t('after.informed'),
                value: t('after.of', { part: informed.informed, whole: informed.needed }),
                ...(informed.withDeadline > 0 && {
                  remark: t('after.inTime', { part: informed.inTime, whole: informed.withDeadline }),
                }),
              },
          { label: t('after.reach'), value: reach === null ? '–' : format.number(reach) },
        ]}
      />
    </Card>
  )
}

const LESSONS = ['cause', 'whatHelped', 'whatChanges'] as const

/** What one wants to know the next time. */
function LessonsCard({ crisis }: { readonly crisis: CrisisDetail }) {
  const { t } = useTranslation(['crises', 'ui'])
  const { cause, whatHelped, whatChanges } = crisis
  const { draft, change, settle, forget } = useKeptDraft(`crisis ${crisis.id} lessons`, {
    cause,
    whatHelped,
    whatChanges,
  })
  const command = useCommand(client.moderation.crisisUpdate, { done: t('after.saved'), errors: 'caller' })
  const changed = LESSONS.filter((lesson) => draft[lesson] !== crisis[lesson])
  async function save() {
    if (changed.length === 0) return
    const patch = Object.fromEntries(changed.map((lesson) => [lesson, draft[lesson]]))
    if (await command.run({ id: crisis.id, patch })) settle(draft)
  }
  return (
    <Card
      title={t('after.lessons')}
      aside={
        <>
          {changed.length > 0 && (
            <Button variant="quiet" size="s" onPress={forget}>
              {t('ui:record.discard')}
            </Button>
          )}
          <Button
            variant="primary"
            size="s"
            isDisabled={changed.length === 0}
            isPending={command.isRunning}
            onPress={() => void save()}
          >
            {t('after.save')}
          </Button>
        </>
      }
    >
      {command.error && <ErrorPanel error={command.error} />}
      <div className={styles.lessons}>
        {LESSONS.map((lesson) => (
          <TextArea
            key={lesson}
            label={t(`after.${lesson}`)}
            placeholder={t(`after.${lesson}Help`)}
            value={draft[lesson]}
            onChange={(text) => change({ [lesson]: text })}
            maxLength={5000}
            rows={6}
          />
        ))}
      </div>
    </Card>
  )
}
