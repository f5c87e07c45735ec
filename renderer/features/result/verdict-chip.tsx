import { useTranslation } from 'react-i18next'
import type { Confidence } from '../../../shared/contract/result.ts'
import { useFormat } from '../../lib/use-format.ts'
import { Chip } from '../../ui/chip.tsx'
import { probabilityText, toneOfVerdict } from './verdict.ts'

type Verdict = Confidence['rows'][number]['verdict']

export function VerdictChip({ verdict }: { readonly verdict: Verdict }) {
  const { t } = useTranslation('result')
  const format = useFormat()
  const name = t(`verdicts.${verdict.kind}`)
  if (verdict.probability === null) return <Chip tone={toneOfVerdict(verdict.kind)}>{name}</Chip>
  const share = probabilityText(verdict.probability, format, t)
  return <Chip tone={toneOfVerdict(verdict.kind)}>{t('verdicts.withShare', { verdict: name, share })}</Chip>
}
