/** Countries and their parts whose public holidays are known. */
import { useTranslation } from 'react-i18next'
import type { LedgerSettings } from '../../../shared/contract/settings.ts'

type Region = LedgerSettings['holidayRegion']
type Country = Region['country']

export const COUNTRIES: readonly Country[] = ['DE', 'AT', 'CH']

export function isCountry(text: string): text is Country {
  return COUNTRIES.some((country) => country === text)
}

export interface RegionNames {
  statesOf(country: Country): { code: string; name: string }[]
  /** "Bayern", or the country's name where no part of it is chosen. */
  nameOf(region: Region): string
}

export function useRegionNames(): RegionNames {
  const { t } = useTranslation('settings')
  const statesOf = (country: Country) => {
    const names: Readonly<Record<string, string>> = t(`states.${country}`, { returnObjects: true })
    return Object.entries(names).map(([code, name]) => ({ code, name }))
  }
  const nameOf = ({ country, state }: Region) =>
    statesOf(country).find(({ code }) => code === state)?.name ?? t(`company.countries.${country}`)
  return { statesOf, nameOf }
}
