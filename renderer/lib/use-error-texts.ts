import { useTranslation } from 'react-i18next'
import { type DescribedError, describeError } from './errors.ts'

/** `const describe = useErrorTexts(); … <ErrorPanel error={describe(query.error)} />` */
export function useErrorTexts(): (error: unknown) => DescribedError {
  // Subscribes to the language: the texts are read when an error is described.
  useTranslation('ui')
  return describeError
}
