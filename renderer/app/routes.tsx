/** The one table of screens. A feature adds a row here; navigation, palette and router follow. */
import {
  BookOpenText,
  CalendarDays,
  ChartColumn,
  Download,
  FileClock,
  FileText,
  Flame,
  Footprints,
  HandCoins,
  Handshake,
  LockKeyhole,
  type LucideIcon,
  MessagesSquare,
  Receipt,
  Scale,
  Settings,
  ShieldCheck,
  SlidersHorizontal,
  Sun,
  Target,
  Tags,
  Timer,
} from 'lucide-react'
import { type ComponentType, lazy } from 'react'

export type NavigationKey =
  | 'today'
  | 'result'
  | 'report'
  | 'ledger'
  | 'costs'
  | 'budget'
  | 'revenue'
  | 'leads'
  | 'months'
  | 'calendar'
  | 'moderation'
  | 'crises'
  | 'moderationFigures'
  | 'moderationSetup'
  | 'privacy'
  | 'time'
  | 'billing'
  | 'timesheet'
  | 'records'
  | 'imports'
  | 'settings'
  | 'start'
export type NavigationSection = 'top' | 'work' | 'outcome' | 'upkeep' | 'hidden'

export interface Screen {
  readonly path: string
  /** Its name in navigation, palette and screen readers: app.navigation.<key>. */
  readonly key: NavigationKey
  readonly section: NavigationSection
  readonly icon: LucideIcon
  /** "g b": go to, then the first letter. */
  readonly shortcut?: string
  readonly Component: ComponentType
}

/** A lazily loaded page. */
export function page<Name extends string>(
  load: () => Promise<{ [Key in Name]: ComponentType }>,
  name: Name,
): ComponentType {
  return lazy(async (): Promise<{ default: ComponentType }> => ({ default: (await load())[name] }))
}

export const screens: readonly Screen[] = [
  {
    path: '/',
    key: 'today',
    section: 'top',
    icon: Sun,
    shortcut: 'g t',
    Component: page(() => import('../features/today/today-page.tsx'), 'TodayPage'),
  },
  {
    path: '/calendar',
    key: 'calendar',
    section: 'work',
    icon: CalendarDays,
    shortcut: 'g c',
    Component: page(() => import('../features/calendar/calendar-page.tsx'), 'CalendarPage'),
  },
  {
    path: '/moderation',
    key: 'moderation',
    section: 'work',
    icon: MessagesSquare,
    shortcut: 'g m',
    Component: page(() => import('../features/moderation/moderation-page.tsx'), 'ModerationPage'),
  },
  {
    path: '/moderation/crises',
    key: 'crises',
    section: 'hidden',
    icon: Flame,
    shortcut: 'g k',
    Component: page(() => import('../features/moderation/crises/crises-page.tsx'), 'CrisesPage'),
  },
  {
    path: '/moderation/figures',
    key: 'moderationFigures',
    section: 'hidden',
    icon: ChartColumn,
    Component: page(() => import('../features/moderation/figures/figures-page.tsx'), 'FiguresPage'),
  },
  {
    path: '/moderation/setup',
    key: 'moderationSetup',
    section: 'hidden',
    icon: SlidersHorizontal,
    Component: page(() => import('../features/moderation/setup/setup-page.tsx'), 'ModerationSetupPage'),
  },
  {
    path: '/moderation/privacy',
    key: 'privacy',
    section: 'hidden',
    icon: ShieldCheck,
    Component: page(() => import('../features/moderation/privacy/privacy-page.tsx'), 'PrivacyPage'),
  },
  {
    path: '/time',
    key: 'time',
    section: 'work',
    icon: Timer,
    shortcut: 'g z',
    Component: page(() => import('../features/time/time-page.tsx'), 'TimePage'),
  },
  {
    path: '/time/billing',
    key: 'billing',
    section: 'hidden',
    icon: Handshake,
    Component: page(() => import('../features/billing/billing-page.tsx'), 'BillingPage'),
  },
  {
    path: '/timesheet',
    key: 'timesheet',
    section: 'hidden',
    icon: FileClock,
    Component: page(() => import('../features/billing/timesheet-page.tsx'), 'TimesheetPage'),
  },
  {
    path: '/result',
    key: 'result',
    section: 'outcome',
    icon: Scale,
    shortcut: 'g b',
    Component: page(() => import('../features/result/result-page.tsx'), 'ResultPage'),
  },
  {
    path: '/ledger',
    key: 'ledger',
    section: 'outcome',
    icon: BookOpenText,
    shortcut: 'g h',
    Component: page(() => import('../features/ledger/ledger-page.tsx'), 'LedgerPage'),
  },
  {
    path: '/ledger/costs',
    key: 'costs',
    section: 'hidden',
    icon: Receipt,
    Component: page(() => import('../features/costs/costs-page.tsx'), 'CostsPage'),
  },
  {
    path: '/ledger/revenue',
    key: 'revenue',
    section: 'hidden',
    icon: HandCoins,
    Component: page(() => import('../features/revenue/revenue-page.tsx'), 'RevenuePage'),
  },
  {
    path: '/ledger/leads',
    key: 'leads',
    section: 'hidden',
    icon: Target,
    Component: page(() => import('../features/revenue/leads-page.tsx'), 'LeadsPage'),
  },
  {
    path: '/ledger/months',
    key: 'months',
    section: 'hidden',
    icon: LockKeyhole,
    Component: page(() => import('../features/ledger/months-page.tsx'), 'MonthsPage'),
  },
  {
    path: '/records',
    key: 'records',
    section: 'upkeep',
    icon: Tags,
    shortcut: 'g s',
    Component: page(() => import('../features/records/records-page.tsx'), 'RecordsPage'),
  },
  {
    path: '/budget',
    key: 'budget',
    section: 'outcome',
    icon: Target,
    shortcut: 'g p',
    Component: page(() => import('../features/planning/budget-page.tsx'), 'BudgetPage'),
  },
  {
    path: '/imports',
    key: 'imports',
    section: 'upkeep',
    icon: Download,
    shortcut: 'g i',
    Component: page(() => import('../features/imports/imports-page.tsx'), 'ImportsPage'),
  },
  {
    path: '/settings',
    key: 'settings',
    section: 'upkeep',
    icon: Settings,
    shortcut: 'g e',
    Component: page(() => import('../features/settings/settings-page.tsx'), 'SettingsPage'),
  },
  {
    // The browser host owns /start: that is where its link with the token leads.
    path: '/first-start',
    key: 'start',
    section: 'hidden',
    icon: Footprints,
    Component: page(() => import('../features/first-start/first-start-page.tsx'), 'FirstStartPage'),
  },
  {
    path: '/report',
    key: 'report',
    section: 'hidden',
    icon: FileText,
    Component: page(() => import('../features/reports/report-page.tsx'), 'ReportPage'),
  },
]

/** Parts of features that are there on every screen, e.g. the dialog behind a quick action. They register commands and render nothing until used. */
export const globalParts: readonly ComponentType[] = [
  page(() => import('../features/time/time-global.tsx'), 'TimeGlobal'),
  page(() => import('../features/calendar/calendar-global.tsx'), 'CalendarGlobal'),
  page(() => import('../features/moderation/moderation-global.tsx'), 'ModerationGlobal'),
  page(() => import('../features/moderation/crises/crises-global.tsx'), 'CrisesGlobal'),
  page(() => import('../features/moderation/setup/setup-global.tsx'), 'ModerationSetupGlobal'),
  page(() => import('../features/billing/billing-global.tsx'), 'BillingGlobal'),
  page(() => import('../features/ledger/ledger-global.tsx'), 'LedgerGlobal'),
  page(() => import('../features/costs/costs-global.tsx'), 'CostsGlobal'),
  page(() => import('../features/revenue/revenue-global.tsx'), 'RevenueGlobal'),
  page(() => import('../features/records/records-global.tsx'), 'RecordsGlobal'),
  page(() => import('../features/imports/imports-global.tsx'), 'ImportsGlobal'),
  page(() => import('../features/reports/reports-global.tsx'), 'ReportsGlobal'),
  page(() => import('../features/settings/settings-global.tsx'), 'SettingsGlobal'),
  page(() => import('../features/first-start/sample-banner.tsx'), 'SampleBanner'),
]
