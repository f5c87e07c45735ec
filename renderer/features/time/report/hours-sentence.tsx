import { Trans, useTranslation } from 'react-i18next'
import type { Period } from '../../../../shared/domain/day.ts'
import { linesAddress } from '../../../lib/ledger-address.ts'
import { useFormat } from '../../../lib/use-format.ts'
import { TextLink } from '../../../ui/link-button.tsx'
import { Figure, Sentence } from '../../../ui/sentence.tsx'
import type { HoursReport } from './hours-report.ts'
import { perHour } from './per-hour.ts'

/** What the hours come to, and how much of the work on channels was dialogue. */
export function HoursSentence({ report, period }: { readonly report: HoursReport; readonly period: Period }) {
  const { t } = useTranslation('timeReport')
  const format = useFormat()
  const { sums, byHand, dialogueShareBasisPoints: share } = report
  const rate = perHour(sums)
  return (
    <Sentence
      size="m"
      detail={
        <>
          {share !== null && (
            <>
              <strong>{t('dialogue.share', { share: format.basisPoints(share) })}</strong>{' '}
              {t('dialogue.definition')}{' '}
            </>
          )}
          {sums.unpricedSeconds > 0 && rate !== null && (
            <>
              {t('sentence.unpriced', { hours: format.hours(sums.unpricedSeconds) })}{' '}
              <TextLink href="/settings?tab=people">{t('sentence.setRate')}</TextLink>{' '}
            </>
          )}
          {(byHand.seconds !== 0 || byHand.cents !== 0) && (
            <>
              {t('byHand', { hours: format.hours(byHand.seconds), cost: format.money(byHand.cents) })}{' '}
              <TextLink href={linesAddress({ period, kinds: ['labour'] })}>{t('byHandLink')}</TextLink>
            </>
          )}
        </>
      }
    >
      <Trans
        t={t}
        i18nKey={rate === null ? 'sentence.hours' : 'sentence.cost'}
        values={{
          hours: format.hours(sums.seconds),
          cost: format.moneyRounded(sums.cents),
          perHour: rate === null ? '' : format.money(rate),
        }}
        components={{ hours: <Figure>{''}</Figure>, cost: <Figure tone="cost">{''}</Figure> }}
      />
    </Sentence>
  )
}
