/** Gathers the texts of all features; the namespace is the feature's name. A new feature adds one line to each table. */
import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { app as appDe } from '../../shared/i18n/de/app.ts'
import { crises as crisesDe } from '../../shared/i18n/de/crises.ts'
import { crisisParts as crisisPartsDe } from '../../shared/i18n/de/crisis-parts.ts'
import { costs as costsDe } from '../../shared/i18n/de/costs.ts'
import { firstStart as firstStartDe } from '../../shared/i18n/de/first-start.ts'
import { imports as importsDe } from '../../shared/i18n/de/imports.ts'
import { ledger as ledgerDe } from '../../shared/i18n/de/ledger.ts'
import { period as periodDe } from '../../shared/i18n/de/period.ts'
import { moderationFigures as moderationFiguresDe } from '../../shared/i18n/de/moderation-figures.ts'
import { moderationSetup as moderationSetupDe } from '../../shared/i18n/de/moderation-setup.ts'
import { privacy as privacyDe } from '../../shared/i18n/de/privacy.ts'
import { planning as planningDe } from '../../shared/i18n/de/planning.ts'
import { post as postDe } from '../../shared/i18n/de/post.ts'
import { records as recordsDe } from '../../shared/i18n/de/records.ts'
import { reports as reportsDe } from '../../shared/i18n/de/reports.ts'
import { result as resultDe } from '../../shared/i18n/de/result.ts'
import { revenue as revenueDe } from '../../shared/i18n/de/revenue.ts'
import { settings as settingsDe } from '../../shared/i18n/de/settings.ts'
import { today as todayDe } from '../../shared/i18n/de/today.ts'
import { time as timeDe } from '../../shared/i18n/de/time.ts'
import { timer as timerDe } from '../../shared/i18n/de/timer.ts'
import { timeList as timeListDe } from '../../shared/i18n/de/time-list.ts'
import { timeReport as timeReportDe } from '../../shared/i18n/de/time-report.ts'
import { quickEntry as quickEntryDe } from '../../shared/i18n/de/quick-entry.ts'
import { billing as billingDe } from '../../shared/i18n/de/billing.ts'
import { calendar as calendarDe } from '../../shared/i18n/de/calendar.ts'
import { calendarViews as calendarViewsDe } from '../../shared/i18n/de/calendar-views.ts'
import { calendarLists as calendarListsDe } from '../../shared/i18n/de/calendar-lists.ts'
import { capture as captureDe } from '../../shared/i18n/de/capture.ts'
import { conversation as conversationDe } from '../../shared/i18n/de/conversation.ts'
import { moderation as moderationDe } from '../../shared/i18n/de/moderation.ts'
import { ui as uiDe } from '../../shared/i18n/de/ui.ts'
import { app as appEn } from '../../shared/i18n/en/app.ts'
import { crises as crisesEn } from '../../shared/i18n/en/crises.ts'
import { crisisParts as crisisPartsEn } from '../../shared/i18n/en/crisis-parts.ts'
import { costs as costsEn } from '../../shared/i18n/en/costs.ts'
import { firstStart as firstStartEn } from '../../shared/i18n/en/first-start.ts'
import { imports as importsEn } from '../../shared/i18n/en/imports.ts'
import { ledger as ledgerEn } from '../../shared/i18n/en/ledger.ts'
import { period as periodEn } from '../../shared/i18n/en/period.ts'
import { moderationFigures as moderationFiguresEn } from '../../shared/i18n/en/moderation-figures.ts'
import { moderationSetup as moderationSetupEn } from '../../shared/i18n/en/moderation-setup.ts'
import { privacy as privacyEn } from '../../shared/i18n/en/privacy.ts'
import { planning as planningEn } from '../../shared/i18n/en/planning.ts'
import { post as postEn } from '../../shared/i18n/en/post.ts'
import { records as recordsEn } from '../../shared/i18n/en/records.ts'
import { reports as reportsEn } from '../../shared/i18n/en/reports.ts'
import { result as resultEn } from '../../shared/i18n/en/result.ts'
import { revenue as revenueEn } from '../../shared/i18n/en/revenue.ts'
import { settings as settingsEn } from '../../shared/i18n/en/settings.ts'
import { today as todayEn } from '../../shared/i18n/en/today.ts'
import { time as timeEn } from '../../shared/i18n/en/time.ts'
import { timer as timerEn } from '../../shared/i18n/en/timer.ts'
import { timeList as timeListEn } from '../../shared/i18n/en/time-list.ts'
import { timeReport as timeReportEn } from '../../shared/i18n/en/time-report.ts'
import { quickEntry as quickEntryEn } from '../../shared/i18n/en/quick-entry.ts'
import { billing as billingEn } from '../../shared/i18n/en/billing.ts'
import { calendar as calendarEn } from '../../shared/i18n/en/calendar.ts'
import { calendarViews as calendarViewsEn } from '../../shared/i18n/en/calendar-views.ts'
import { calendarLists as calendarListsEn } from '../../shared/i18n/en/calendar-lists.ts'
import { capture as captureEn } from '../../shared/i18n/en/capture.ts'
import { conversation as conversationEn } from '../../shared/i18n/en/conversation.ts'
import { moderation as moderationEn } from '../../shared/i18n/en/moderation.ts'
import { ui as uiEn } from '../../shared/i18n/en/ui.ts'
import { useViewSettings } from '../lib/view-settings.ts'

const german = {
  app: appDe,
  calendar: calendarDe,
  calendarViews: calendarViewsDe,
  calendarLists: calendarListsDe,
  costs: costsDe,
  crises: crisesDe,
  crisisParts: crisisPartsDe,
  firstStart: firstStartDe,
  imports: importsDe,
  ledger: ledgerDe,
  period: periodDe,
  moderationFigures: moderationFiguresDe,
  moderationSetup: moderationSetupDe,
  privacy: privacyDe,
  planning: planningDe,
  post: postDe,
  records: recordsDe,
  reports: reportsDe,
  result: resultDe,
  revenue: revenueDe,
  settings: settingsDe,
  today: todayDe,
  time: timeDe,
  timer: timerDe,
  timeList: timeListDe,
  timeReport: timeReportDe,
  quickEntry: quickEntryDe,
  billing: billingDe,
  moderation: moderationDe,
  capture: captureDe,
  conversation: conversationDe,
  ui: uiDe,
}
const english = {
  app: appEn,
  calendar: calendarEn,
  calendarViews: calendarViewsEn,
  calendarLists: calendarListsEn,
  costs: costsEn,
  crises: crisesEn,
  crisisParts: crisisPartsEn,
  firstStart: firstStartEn,
  imports: importsEn,
  ledger: ledgerEn,
  period: periodEn,
  moderationFigures: moderationFiguresEn,
  moderationSetup: moderationSetupEn,
  privacy: privacyEn,
  planning: planningEn,
  post: postEn,
  records: recordsEn,
  reports: reportsEn,
  result: resultEn,
  revenue: revenueEn,
  settings: settingsEn,
  today: todayEn,
  time: timeEn,
  timer: timerEn,
  timeList: timeListEn,
  timeReport: timeReportEn,
  quickEntry: quickEntryEn,
  billing: billingEn,
  moderation: moderationEn,
  capture: captureEn,
  conversation: conversationEn,
  ui: uiEn,
}

/** The type of the texts, not their wording: a key is checked, its German text is not expected in English. */
type Widened<Source> = { [Key in keyof Source]: Source[Key] extends string ? string : Widened<Source[Key]> }

declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app'
    resources: Widened<typeof german>
  }
}

export function startI18n(): void {
  const { language } = useViewSettings.getState()
  void i18next.use(initReactI18next).init({
    lng: language,
    fallbackLng: 'de',
    defaultNS: 'app',
    resources: { de: german, en: english },
    interpolation: { escapeValue: false },
    returnNull: false,
  })
  document.documentElement.lang = language
  useViewSettings.subscribe((now, before) => {
    if (now.language === before.language) return
    document.documentElement.lang = now.language
    void i18next.changeLanguage(now.language)
  })
}
