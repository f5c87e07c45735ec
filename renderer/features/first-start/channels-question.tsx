import { useTranslation } from 'react-i18next'
import { NETWORK_NAMES, NETWORKS, type Network } from '../../../shared/domain/network.ts'
import { Checkbox } from '../../ui/checkbox.tsx'
import { Dot } from '../../ui/dot.tsx'
import styles from './first-start.module.css'
import { QuestionCard } from './question-card.tsx'
import { answer, useStartAnswers } from './start-answers.ts'

export function ChannelsQuestion() {
  const { t } = useTranslation('firstStart')
  const networks = useStartAnswers((answers) => answers.networks)

  function toggle(network: Network, isSelected: boolean) {
    const others = networks.filter((one) => one !== network)
    answer({ networks: isSelected ? [...others, network] : others })
  }

  return (
    <QuestionCard number={5} title={t('channels.title')} reason={t('channels.reason')}>
      <div className={styles.networks} role="group" aria-label={t('channels.title')}>
        {NETWORKS.filter((network) => network !== 'other').map((network) => (
          <Checkbox
            key={network}
            isSelected={networks.includes(network)}
            onChange={(isSelected) => toggle(network, isSelected)}
          >
            <span className={styles.network}>
              <Dot network={network} />
              {NETWORK_NAMES[network]}
            </span>
          </Checkbox>
        ))}
      </div>
    </QuestionCard>
  )
}
