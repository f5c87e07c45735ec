/** What the company's posts, conversations, clients and plans are called. Conversations are named by their matter, not by people. */
import type { Language } from '../../../../../shared/contract/fields.ts'
import type { PostFormat } from '../../../../../shared/domain/post-format.ts'

export type SamplePillar = 'knowledge' | 'stories' | 'offers' | 'insights'

export type Words = readonly [string, ...string[]]

interface PillarTexts {
  readonly name: string
  readonly formats: readonly [PostFormat, ...PostFormat[]]
  /** What a post is about, and how it is told: a title is one of each. */
  readonly topics: Words
  readonly angles: Words
}

export interface RecordTexts {
  readonly pillars: Readonly<Record<SamplePillar, PillarTexts>>
  readonly departments: { readonly service: string; readonly recruiting: string }
  readonly recruitingNotes: Words
  readonly client: string
  readonly clientProject: string
  readonly cafe: { readonly name: string; readonly project: string; readonly notes: Words }
  readonly conversations: Words
  readonly subscription: string
  readonly leads: {
    readonly kindergarten: string
    readonly courier: string
    readonly housing: string
    readonly hotel: string
    readonly school: string
    readonly festival: string
  }
  readonly lostReason: string
  readonly products: { readonly inspection: string; readonly parts: string; readonly accessories: string }
  readonly dollarTool: string
  readonly receiptName: string
  readonly receiptLines: Words
}

const de: RecordTexts = {
  pillars: {
    knowledge: {
      name: 'Werkstattwissen',
      formats: ['reel', 'carousel', 'video', 'text'],
      topics: [
        'Kette wechseln',
        'Scheibenbremse einstellen',
        'Reifen flicken',
        'Schaltung einstellen',
        'Licht prüfen',
        'Akku im Winter',
        'Sattelhöhe finden',
        'Lager prüfen',
        'Lastenrad beladen',
        'Rad winterfest machen',
      ],
      angles: [
        'in 40 Sekunden',
        '– drei häufige Fehler',
        'Schritt für Schritt',
        '– das brauchen Sie',
        '– kurz erklärt',
      ],
    },
    stories: {
      name: 'Kundengeschichten',
      formats: ['reel', 'image', 'carousel', 'story'],
      topics: [
        'Mit dem Lastenrad zur Kita',
        'Das Rad vom Großvater',
        'Pendeln bei Regen',
        'Vom Auto aufs Rad',
        'Ein Rad, vier Umbauten',
        'Einkauf ohne Auto',
      ],
      angles: ['– Teil 1', '– Teil 2', '– vorher und nachher', '– ein Jahr danach'],
    },
    offers: {
      name: 'Angebote',
      formats: ['image', 'story', 'carousel'],
      topics: ['Frühlingscheck', 'Lastenrad-Umbau', 'Winterinspektion', 'Schrauberkurs', 'Kinderradtausch'],
      angles: ['– jetzt Termin sichern', '– was alles drin ist', '– letzte Plätze', '– was es kostet'],
    },
    insights: {
      name: 'Einblicke',
      formats: ['story', 'reel', 'live', 'image'],
      topics: [
        'Morgens in der Werkstatt',
        'Neue Kollegin',
        'Unser Lager',
        'Ein Samstag',
        'Ausbildung bei uns',
        'Inventur',
      ],
      angles: ['– im Zeitraffer', '– Fragen und Antworten', '– hinter der Theke'],
    },
  },
  departments: { service: 'Kundendienst', recruiting: 'Personal' },
  recruitingNotes: ['Stellenanzeige Mechatronik abgestimmt', 'Bewerberfragen weitergegeben'],
  client: 'Architekturbüro am Fleet',
  clientProject: 'Flottenwartung',
  cafe: {
    name: 'Café Windlicht',
    project: 'Monatsbetreuung',
    notes: ['Wochenkarte fotografiert', 'Reel Siebträger', 'Beiträge für die Woche', 'Themen abgestimmt'],
  },
  conversations: [
    'Frage zur Lieferzeit',
    'Termin für die Inspektion',
    'Preis für den Umbau',
    'Passt das Teil an mein Rad?',
    'Lob für die Beratung',
    'Beschwerde: Rad nicht fertig',
    'Frage zum Schrauberkurs',
    'Garantie auf den Akku',
    'Öffnungszeiten an Feiertagen',
    'Leihrad während der Reparatur',
  ],
  subscription: 'Flottenwartung, monatlich',
  leads: {
    kindergarten: 'Drei Lastenräder für eine Kita',
    courier: 'Wartung für einen Kurierdienst',
    housing: 'Reparaturtag in einer Wohnanlage',
    hotel: 'Leihräder für ein Hotel',
    school: 'Schrauberkurs für eine Schule',
    festival: 'Fahrradwache bei einem Stadtfest',
  },
  lostReason: 'Hat sich für einen Anbieter im eigenen Viertel entschieden.',
  products: { inspection: 'Inspektion', parts: 'Ersatzteile', accessories: 'Zubehör' },
  dollarTool: 'Bildbank, Abo in Dollar',
  receiptName: 'Rechnung Fotografin.pdf',
  receiptLines: ['Rechnung 2041', 'Ein Tag in der Werkstatt, 40 Bilder', 'Netto 1.150,00 EUR', 'Beispielbeleg'],
}

const en: RecordTexts = {
  pillars: {
    knowledge: {
      name: 'Workshop knowledge',
      formats: ['reel', 'carousel', 'video', 'text'],
      topics: [
        'Changing a chain',
        'Adjusting disc brakes',
        'Mending a tyre',
        'Setting the gears',
        'Checking lights',
        'Batteries in winter',
        'Finding your saddle height',
        'Checking bearings',
        'Loading a cargo bike',
        'Getting a bike through winter',
      ],
      angles: ['in 40 seconds', '– three common mistakes', 'step by step', '– what you need', '– in short'],
    },
    stories: {
      name: 'Customer stories',
      formats: ['reel', 'image', 'carousel', 'story'],
      topics: [
        'To nursery by cargo bike',
        'Grandfather’s bike',
        'Commuting in the rain',
        'From car to bike',
        'One bike, four conversions',
        'Shopping without a car',
      ],
      angles: ['– part 1', '– part 2', '– before and after', '– a year later'],
    },
    offers: {
      name: 'Offers',
      formats: ['image', 'story', 'carousel'],
      topics: ['Spring check', 'Cargo bike conversion', 'Winter inspection', 'Repair course', 'Children’s bike swap'],
      angles: ['– book now', '– what is included', '– last places', '– what it costs'],
    },
    insights: {
      name: 'Behind the counter',
      formats: ['story', 'reel', 'live', 'image'],
      topics: [
        'Morning in the workshop',
        'A new colleague',
        'Our store',
        'A Saturday',
        'Training with us',
        'Stocktaking',
      ],
      angles: ['– in time lapse', '– questions and answers', '– behind the counter'],
    },
  },
  departments: { service: 'Customer service', recruiting: 'Recruiting' },
  recruitingNotes: ['Agreed on the mechanic’s job ad', 'Passed on applicants’ questions'],
  client: 'Fleet Architects',
  clientProject: 'Fleet maintenance',
  cafe: {
    name: 'Windlicht Café',
    project: 'Monthly care',
    notes: ['Photos of the weekly menu', 'Espresso reel', 'Posts for the week', 'Agreed on topics'],
  },
  conversations: [
    'Question about delivery',
    'Date for an inspection',
    'Price of a conversion',
    'Does this part fit my bike?',
    'Praise for advice',
    'Complaint: bike not ready',
    'Question about the repair course',
    'Warranty of the battery',
    'Opening hours on holidays',
    'Spare bike during repair',
  ],
  subscription: 'Fleet service, monthly',
  leads: {
    kindergarten: 'Three cargo bikes for a nursery',
    courier: 'Service for a courier company',
    housing: 'Repair day in a housing estate',
    hotel: 'Rental bikes for a hotel',
    school: 'Repair course for a school',
    festival: 'Guarded bike park at a street festival',
  },
  lostReason: 'Chose someone in their own quarter.',
  products: { inspection: 'Inspection', parts: 'Spare parts', accessories: 'Accessories' },
  dollarTool: 'Picture library, subscription in dollars',
  receiptName: 'Photographer invoice.pdf',
  receiptLines: ['Invoice 2041', 'One day in the workshop, 40 pictures', 'Net 1,150.00 EUR', 'Sample receipt'],
}

const TEXTS: Readonly<Record<Language, RecordTexts>> = { de, en }

export function recordTextsIn(language: Language): RecordTexts {
  return TEXTS[language]
}
