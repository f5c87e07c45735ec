/** What the company's people write: entry notes, names of expenses and sales. */
import type { Language } from '../../../../../shared/contract/fields.ts'
import type { Activity } from '../../../../../shared/domain/activity.ts'

export interface SampleTexts {
  readonly notes: Readonly<Record<Activity, readonly [string, ...string[]]>>
  readonly expenses: {
    readonly planner: string
    readonly editor: string
    readonly photographer: string
    readonly levy: string
  }
  readonly photographerNote: string
  readonly sales: { readonly fleet: string; readonly cargo: string }
  /** An answer to "how did you find us?" that names no network. */
  readonly friends: string
}

const de: SampleTexts = {
  notes: {
    dialogue: [
      'Kommentare beantwortet',
      'Nachfragen zur Inspektion',
      'Direktnachrichten',
      'Bewertungen beantwortet',
      'Ersatzteilfrage geklärt',
    ],
    content: [
      'Reel Kettenwechsel gedreht',
      'Schnitt Werkstattvideo',
      'Karussell Bremsen-Check',
      'Fotos Umbau Lastenrad',
      'Text Kundengeschichte',
    ],
    planning: ['Redaktionsplan', 'Themen für den Monat', 'Konzept Herbstaktion'],
    publishing: ['Beiträge eingestellt', 'Stories veröffentlicht', 'Untertitel und Titelbild'],
    ads: ['Anzeigen angepasst', 'Zielgruppen geprüft', 'Neue Anzeigenmotive'],
    reporting: ['Monatsbericht', 'Wochenzahlen'],
    coordination: ['Abstimmung mit der Werkstatt', 'Terminplanung Dreh', 'Jour fixe'],
    learning: ['Webinar Kurzvideos', 'Neue Anzeigenregeln gelesen'],
  },
  expenses: {
    planner: 'Planungswerkzeug, Abo',
    editor: 'Schnittprogramm, Jahreslizenz',
    photographer: 'Fotografin, Frühjahrskatalog',
    levy: 'Künstlersozialabgabe',
  },
  photographerNote: 'Ein Tag in der Werkstatt, 40 Bilder',
  sales: {
    fleet: 'Flottenwartung Architekturbüro, Anfrage über Instagram',
    cargo: 'Lastenrad für eine Kita, auf Empfehlung',
  },
  friends: 'Freunde',
}

const en: SampleTexts = {
  notes: {
    dialogue: [
      'Answered comments',
      'Questions about inspections',
      'Direct messages',
      'Answered reviews',
      'Spare part question settled',
    ],
    content: [
      'Filmed chain replacement reel',
      'Edited workshop video',
      'Brake check carousel',
      'Photos of cargo bike conversion',
      'Customer story',
    ],
    planning: ['Editorial plan', 'Topics of the month', 'Concept for the autumn campaign'],
    publishing: ['Scheduled posts', 'Published stories', 'Captions and cover'],
    ads: ['Adjusted ads', 'Reviewed audiences', 'New ad creatives'],
    reporting: ['Monthly report', 'Weekly figures'],
    coordination: ['Sync with the workshop', 'Planned a shoot', 'Weekly meeting'],
    learning: ['Webinar on short videos', 'Read the new ad rules'],
  },
  expenses: {
    planner: 'Scheduling tool, subscription',
    editor: 'Video editor, yearly licence',
    photographer: 'Photographer, spring catalogue',
    levy: 'Artists’ social levy',
  },
  photographerNote: 'One day in the workshop, 40 pictures',
  sales: {
    fleet: 'Fleet service for an architects’ office, asked through Instagram',
    cargo: 'Cargo bike for a nursery, recommended',
  },
  friends: 'Friends',
}

const TEXTS: Readonly<Record<Language, SampleTexts>> = { de, en }

export function textsIn(language: Language): SampleTexts {
  return TEXTS[language]
}
