import { useTranslation } from 'react-i18next'
import { NETWORK_NAMES, NETWORKS } from '../../../shared/domain/network.ts'
import { client } from '../../lib/api.ts'
import { useCommand } from '../../lib/use-command.ts'
import { useViewSettings } from '../../lib/view-settings.ts'
import { Button } from '../../ui/button.tsx'
import styles from './first-start.module.css'
import { useSheetResult, useThisYear } from './rate-question.tsx'
import { useStartAnswers } from './start-answers.ts'

/** Writes all answers in one command, so that one undo takes them back. */
export function FinishBar() {
  const { t } = useTranslation('firstStart')
  const language = useViewSettings((settings) => settings.language)
  const { name, ownName, businessKind, marginBasisPoints, networks } = useStartAnswers()
  const rate = useRate()
  const command = useCommand(client.settings.firstStart, { done: t('finish.done') })
  const company = name.trim()
  const own = ownName.trim()
  const answered = [company || null, own || null, businessKind, rate, marginBasisPoints, networks[0] ?? null].filter(
    (one) => one !== null,
  ).length
  const channels = NETWORKS.filter((network) => networks.includes(network)).map((network) => {
    return { network, name: NETWORK_NAMES[network] }
  })

  function save() {
    void command.run({
      language,
      ...(company !== '' && { name: company }),
      businessKind,
      self: own === '' ? null : { name: own, kind: businessKind === 'freelancer' ? 'freelancer' : 'employee' },
      rate,
      marginBasisPoints,
      channels,
    })
  }

  return (
    <div className={styles.bar} data-bottom-bar>
      <p>{answered === 0 ? t('finish.nothing') : t('finish.remark')}</p>
      <Button variant={answered === 0 ? 'default' : 'primary'} size="l" isDisabled={command.isRunning} onPress={save}>
        {answered === 0 ? t('finish.skip') : t('finish.save')}
      </Button>
    </div>
  )
}

function useRate() {
  const { rateWay, knownCentsPerHour, validFrom } = useStartAnswers()
  const result = useSheetResult()
  const year = useThisYear()
  const day = validFrom ?? (year === null ? null : `${year}-01-01`)
  if (day === null) return null
  if (rateWay === 'known' && knownCentsPerHour !== null) {
    return { validFrom: day, centsPerHour: knownCentsPerHour, basis: null }
  }
  if (rateWay !== 'calculated' || !result) return null
  return { validFrom: day, centsPerHour: result.centsPerHour, basis: result.basis }
}
