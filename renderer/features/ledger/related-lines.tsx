import { useTranslation } from 'react-i18next'
import type { LedgerLine, LineDetails } from '../../../shared/contract/ledger.ts'
import { useFormat } from '../../lib/use-format.ts'
import { TextLink } from '../../ui/link-button.tsx'
import { Money } from '../../ui/money.tsx'
import { lineText } from './line-text.ts'
import styles from './ledger.module.css'
import { SealMark } from './line-marks.tsx'

export interface RelatedLinesProps {
  readonly related: LineDetails['related']
  onOpen(line: LedgerLine): void
}

/** Originals, reversals and corrections: each leads to the other. */
export function RelatedLines({ related, onOpen }: RelatedLinesProps) {
  const { t } = useTranslation('ledger')
  const format = useFormat()
  if (related.length === 0) return null
  return (
    <section aria-label={t('line.related')}>
      <h3 className={styles.subtitle}>{t('line.related')}</h3>
      <ul className={styles.related}>
        {related.map(({ relation, line }) => (
          <li key={`${relation} ${line.id}`}>
            <span className={styles.relation}>{t(`line.relations.${relation}`)}</span>
            <span className={styles.relatedText}>
              <SealMark isSealed={line.isSealed} />
              <TextLink onPress={() => onOpen(line)}>
                {t('line.relatedLine', {
                  text: lineText(line, t) || t(`kinds.${line.kind}`),
                  day: format.day(line.day),
                })}
              </TextLink>
            </span>
            <Money cents={line.cents} />
          </li>
        ))}
      </ul>
    </section>
  )
}
